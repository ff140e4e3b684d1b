package dev.tandem.relay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something to become true.
public final class Eventually {
    /// Long enough for the slowest machine; what is true sooner is noticed sooner.
    public static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(2).toNanos();

    private Eventually() {}

    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
