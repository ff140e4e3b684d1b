package dev.tandem.desktop.history;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// When and where models go on.
///
/// @param now the time, for what is recent
/// @param turn does what follows an answer, on the models' thread
/// @param moment does something there a moment later
public record Clock(InstantSource now, Executor turn, Executor moment) {
    private static final long MOMENT_MS = 180;

    /// The window's: its models are on the FX thread.
    public static Clock ofWindow() {
        return new Clock(
                InstantSource.system(),
                Platform::runLater,
                CompletableFuture.delayedExecutor(
                        MOMENT_MS, TimeUnit.MILLISECONDS, Platform::runLater));
    }
}
