package dev.tandem.relay.access;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Where passwords are hashed: on threads of their own, half as many as there are processors, so
/// that people who log in, or try to, hold up no room. How many may wait for one is bounded too.
/// Any thread may call it, and waits.
final class HashingSeats {
    /// For all relays in this process, as their memory and their processors are the same.
    static final HashingSeats SHARED =
            new HashingSeats(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 128);

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    /// @param waiting how many may wait; there is no place for more
    HashingSeats(int seats, int waiting) {
        threads =
                new ThreadPoolExecutor(
                        seats,
                        seats,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().name("relay-password-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    int count() {
        return threads.getMaximumPoolSize();
    }

    /// What comes of `work`, which is done on one of the seats.
    ///
    /// @throws TooBusy if too many wait already
    <T> T take(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (RejectedExecutionException e) {
            throw new TooBusy();
        }
    }
}
