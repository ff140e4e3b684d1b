package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/// When nothing happened for so long that a replay may leave it out, but for its first moment.
///
/// @param cuts what is left out, in order and apart from each other
public record Pauses(List<Cut> cuts) {
    private static final long LONGEST_MS = 5_000;
    private static final long MOMENT_MS = 1_000;

    /// What is left out.
    ///
    /// @param from epoch milliseconds
    /// @param to when the next thing happens
    public record Cut(long from, long to) {}

    public Pauses {
        cuts = List.copyOf(cuts);
    }

    static Pauses of(List<LoggedEvent> log, TimeAxis axis) {
        List<Cut> cuts = new ArrayList<>();
        long last = axis.begin();
        for (LoggedEvent event : log) {
            last = cut(last, Math.min(event.at(), axis.end()), cuts);
        }
        cut(last, axis.end(), cuts);
        return new Pauses(cuts);
    }

    private static long cut(long last, long next, List<Cut> cuts) {
        if (next - last > LONGEST_MS) {
            cuts.add(new Cut(last + MOMENT_MS, next));
        }
        return Math.max(last, next);
    }

    /// Where one gets from an instant when so much time goes by and what is cut takes none.
    double after(double instant, double elapsed) {
        double at = instant;
        double left = elapsed;
        for (int i = firstEndingAfter(instant); i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            if (cut.from > at + left) {
                break;
            }
            left -= Math.max(0, cut.from - at);
            at = cut.to;
        }
        return at + left;
    }

    private int firstEndingAfter(double instant) {
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts.get(middle).to <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
