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
/// @param pause does something there when somebody may have paused
public record Clock(InstantSource now, Executor turn, Executor moment, Executor pause) {
    private static final long MOMENT_MS = 180;
    private static final long PAUSE_MS = 1_500;

    /// Where a pause is as long as a moment.
    Clock(InstantSource now, Executor turn, Executor moment) {
        this(now, turn, moment, moment);
    }

    /// The window's: its models are on the FX thread.
    public static Clock ofWindow() {
        return new Clock(
                InstantSource.system(), Platform::runLater, later(MOMENT_MS), later(PAUSE_MS));
    }

    private static Executor later(long ms) {
        return CompletableFuture.delayedExecutor(ms, TimeUnit.MILLISECONDS, Platform::runLater);
    }
}
