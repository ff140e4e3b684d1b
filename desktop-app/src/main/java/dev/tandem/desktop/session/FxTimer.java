package dev.tandem.desktop.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Does something on the FX thread some time later.
final class FxTimer {
    // Clocks are coarse: what looks at one must not come a millisecond early.
    private static final long MARGIN_MS = 50;

    private FxTimer() {}

    static void after(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(
                        millis + MARGIN_MS, TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(work);
    }
}
