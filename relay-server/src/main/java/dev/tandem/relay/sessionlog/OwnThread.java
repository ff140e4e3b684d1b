package dev.tandem.relay.sessionlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Does something on a thread that nobody else knows, and so nobody interrupts, and waits for it
/// without heeding interrupts.
final class OwnThread {
    private OwnThread() {}

    @FunctionalInterface
    interface Work<T> {
        T get() throws DatabaseFailure;
    }

    static <T> T get(Work<T> work) throws DatabaseFailure {
        CompletableFuture<T> done = new CompletableFuture<>();
        start(() -> complete(done, work));
        try {
            return done.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case DatabaseFailure failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    static void start(Runnable work) {
        Thread.ofPlatform().name("tandem-database").start(work);
    }

    private static <T> void complete(CompletableFuture<T> done, Work<T> work) {
        try {
            done.complete(work.get());
        } catch (DatabaseFailure | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }
}
