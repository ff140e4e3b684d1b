package dev.tandem.desktop.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import org.testfx.util.WaitForAsyncUtils;

/// Work on the FX thread that a test waits for.
public final class Fx {
    private static final long DEADLINE_MS = 60_000;

    private Fx() {}

    public static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(DEADLINE_MS, work);
    }

    public static void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(DEADLINE_MS, work);
    }

    /// Waits until a condition holds, which is looked at on the FX thread.
    public static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(DEADLINE_MS, TimeUnit.MILLISECONDS, () -> call(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come true in time", e);
        }
    }

    /// Waits until two frames were laid out, of which the second shows what was made of the first.
    public static void waitForFrames() {
        CompletableFuture<Void> second = new CompletableFuture<>();
        run(() ->
                new AnimationTimer() {
                    private int frames;

                    @Override
                    public void handle(long now) {
                        if (++frames == 2) {
                            stop();
                            second.complete(null);
                        }
                    }
                }.start());
        second.orTimeout(DEADLINE_MS, TimeUnit.MILLISECONDS).join();
        run(() -> {}); // till here the second has only begun
    }
}
