package dev.tandem.relay.bench;

import java.util.Arrays;

/// When edits that go together were due, nanoseconds of [System#nanoTime]. Immutable.
final class Dues {
    static final Dues NONE = new Dues();

    private final long[] times;

    private Dues(long... times) {
        this.times = times;
    }

    Dues and(long due) {
        long[] more = Arrays.copyOf(times, times.length + 1);
        more[times.length] = due;
        return new Dues(more);
    }

    long[] times() {
        return times;
    }
}
