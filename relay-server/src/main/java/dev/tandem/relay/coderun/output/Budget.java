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
        long before = left.getAndUpdate(l -> Math.max(0, l - wanted));
        return (int) Math.min(before, wanted);
    }
}
