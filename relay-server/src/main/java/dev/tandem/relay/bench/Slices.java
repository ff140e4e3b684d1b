package dev.tandem.relay.bench;

import dev.tandem.relay.bench.Phase.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A phase in parts of equal length, so that it can be seen whether anything grows. For one thread.
final class Slices {
    private static final int MOST = 10;

    private final List<Slice> done = new ArrayList<>();
    private final long secondsOfOne;
    private Interval current = new Interval();
    private long secondsOfCurrent;
    private long heap;

    Slices(Duration duration) {
        secondsOfOne = Math.max(1, duration.toSeconds() / MOST);
    }

    /// Another second of it.
    ///
    /// @param heapNow bytes in use after the last collection
    void add(Interval second, long heapNow) {
        current.add(second);
        heap = Math.max(heap, heapNow);
        secondsOfCurrent++;
        if (secondsOfCurrent == secondsOfOne) {
            done.add(new Slice(current, heap));
            current = new Interval();
            secondsOfCurrent = 0;
            heap = 0;
        }
    }

    List<Slice> all() {
        List<Slice> all = new ArrayList<>(done);
        if (secondsOfCurrent > 0) {
            all.add(new Slice(current, heap));
        }
        return all;
    }

    Interval total() {
        Interval total = new Interval();
        all().forEach(slice -> total.add(slice.total()));
        return total;
    }
}
