package dev.tandem.relay.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts what goes wrong within a minute. For one thread.
final class Strikes {
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

    private final int tooMany;
    private final Deque<Long> strikes = new ArrayDeque<>();

    Strikes(int tooMany) {
        this.tooMany = tooMany;
    }

    /// Whether this is one too many.
    ///
    /// @param now nanoseconds of [System#nanoTime]
    boolean strike(long now) {
        while (!strikes.isEmpty() && now - strikes.getFirst() > WINDOW_NANOS) {
            strikes.removeFirst();
        }
        strikes.addLast(now);
        return strikes.size() >= tooMany;
    }
}
