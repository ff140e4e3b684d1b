package dev.tandem.desktop.benchmark;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Times in nanoseconds, any number of them. For one thread at a time.
final class Samples {
    private static final double NANOS_PER_MS = 1e6;

    private long[] nanos = new long[1_000];
    private int size;

    void add(long sample) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = sample;
    }

    void addAll(Samples other) {
        other.stream().forEach(this::add);
    }

    int size() {
        return size;
    }

    double medianMs() {
        return quantileMs(0.5);
    }

    double p99Ms() {
        return quantileMs(0.99);
    }

    double maxMs() {
        return quantileMs(1);
    }

    /// How many there are above so many milliseconds.
    long above(double ms) {
        return stream().filter(nanos -> nanos > ms * NANOS_PER_MS).count();
    }

    /// The smallest sample that is not below the given share of all; not a number if there are
    /// none.
    private double quantileMs(double share) {
        long[] sorted = stream().sorted().toArray();
        int rank = Math.max(1, (int) Math.ceil(share * size));
        return size == 0 ? Double.NaN : sorted[rank - 1] / NANOS_PER_MS;
    }

    private LongStream stream() {
        return Arrays.stream(nanos, 0, size);
    }
}
