package dev.tandem.desktop.demo;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Asks the FX thread from another one, once or until there is an answer.
final class FxTurn {
    private static final long PATIENCE_MS = 30_000;
    private static final long BETWEEN_LOOKS_MS = 25;

    private FxTurn() {}

    /// Waits until there is an FX thread to ask.
    static void awaitToolkit() throws InterruptedException {
        while (true) {
            try {
                Platform.runLater(() -> {});
                return;
            } catch (IllegalStateException _) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
            }
        }
    }

    static <T> T call(Supplier<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.completeAsync(question, Runnable::run));
        return answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Looks again and again until there is something.
    ///
    /// @throws TimeoutException if there is nothing after half a minute
    static <T> T await(String what, Supplier<Optional<T>> look) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (System.nanoTime() < deadline) {
            Optional<T> found = call(look);
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
        throw new TimeoutException("waited in vain for " + what);
    }
}
