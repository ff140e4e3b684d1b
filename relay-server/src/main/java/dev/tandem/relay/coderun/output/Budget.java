package dev.tandem.relay.coderun.output;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes may still be written, by both streams together. Any thread.
public final class Budget {
    private final AtomicLong left;

    public Budget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /// How many of `wanted` bytes there are left, which are taken.
    public int take(int wanted) {
        return Math.clamp(left.getAndAdd(-wanted), 0, wanted);
    }

    /// Whether more was wanted than there was.
    public boolean isOver() {
        return left.get() < 0;
    }
}
