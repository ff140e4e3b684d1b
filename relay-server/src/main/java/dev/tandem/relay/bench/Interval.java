package dev.tandem.relay.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// What was measured in a stretch of time. Latencies are microseconds from the moment at which an
/// edit was due. For one thread.
final class Interval {
    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1_000;
    private static final int DIGITS = 3;

    /// Until the author has the acknowledgement.
    final Histogram acknowledged = new Histogram(LONGEST_MICROS, DIGITS);

    /// Until another person in the room has the edit.
    final Histogram reachedPeer = new Histogram(LONGEST_MICROS, DIGITS);

    /// Until the load generator itself got to it.
    final Histogram begun = new Histogram(LONGEST_MICROS, DIGITS);

    /// What went wrong, and how often.
    final Map<String, Long> errors = new TreeMap<>();

    long heard;
    long concurrent;
    long checks;
    double seconds;

    void error(String what, long times) {
        errors.merge(what, times, Long::sum);
    }

    static void record(Histogram histogram, long since, long now) {
        histogram.recordValue(Math.clamp((now - since) / 1_000, 0, LONGEST_MICROS));
    }

    void add(Interval other) {
        acknowledged.add(other.acknowledged);
        reachedPeer.add(other.reachedPeer);
        begun.add(other.begun);
        other.errors.forEach(this::error);
        heard += other.heard;
        concurrent += other.concurrent;
        checks += other.checks;
        seconds += other.seconds;
    }

    double editsPerSecond() {
        return seconds == 0 ? 0 : acknowledged.getTotalCount() / seconds;
    }
}
