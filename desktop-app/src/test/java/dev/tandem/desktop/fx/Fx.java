package dev.tandem.desktop.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
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

    /// Waits until a scene was laid out for the next frame, and for the one after, which shows what
    /// was made of the first.
    public static void waitForFrames(Scene scene) {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Void> laidOut = new CompletableFuture<>();
            Runnable onLayout = () -> laidOut.complete(null);
            run(() -> {
                scene.addPostLayoutPulseListener(onLayout);
                Platform.requestNextPulse();
            });
            laidOut.orTimeout(DEADLINE_MS, TimeUnit.MILLISECONDS).join();
            run(() -> scene.removePostLayoutPulseListener(onLayout));
        }
    }
}
