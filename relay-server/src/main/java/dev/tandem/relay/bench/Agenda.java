package dev.tandem.relay.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/// Who does something next, when all do it equally often. Times are nanoseconds of
/// [System#nanoTime]. For one thread.
final class Agenda {
    /// What is done before something else has its turn, be ever so much due.
    private static final int AT_ONCE = 64;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long periodNanos;

    /// What is done, and when next.
    private record Entry(LongConsumer work, long due) {}

    /// Everything begins, in this order, spread evenly over a period. Work is told when it was due.
    void begin(List<LongConsumer> works, long period, long now) {
        periodNanos = period;
        for (int i = 0; i < works.size(); i++) {
            entries.add(new Entry(works.get(i), now + period * i / works.size()));
        }
    }

    void stop() {
        entries.clear();
    }

    /// How many nanoseconds it is until something is due again.
    long doWhatIsDue() {
        for (int done = 0; !entries.isEmpty() && done < AT_ONCE; done++) {
            long wait = entries.getFirst().due() - System.nanoTime();
            if (wait > 0) {
                return wait;
            }
            Entry due = entries.removeFirst();
            entries.addLast(new Entry(due.work(), due.due() + periodNanos));
            due.work().accept(due.due());
        }
        return entries.isEmpty() ? Long.MAX_VALUE : 0;
    }
}
