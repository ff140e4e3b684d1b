package dev.tandem.desktop.fx;

import java.util.concurrent.Callable;
import org.testfx.util.WaitForAsyncUtils;

/// Work on the FX thread that a test waits for.
public final class Fx {
    private static final long DEADLINE_MS = 10_000;

    private Fx() {}

    public static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(DEADLINE_MS, work);
    }

    public static void run(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(DEADLINE_MS, work);
    }
}
