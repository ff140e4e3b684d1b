package dev.tandem.protocol.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A whole log, and the state of its room at any place of it.
///
/// A place is the number of events that have happened there, from 0 to [#size()]. States come from
/// the fold that live work goes by; one in every so many is kept once it was needed, so that no
/// other is far away. The longer the texts are, the more events lie between two that are kept.
/// States that are kept know no history of their documents, and share no buffer.
///
/// Safe for any thread. Going somewhere for the first time folds all that was not folded yet, which
/// is nothing for a thread that draws; [#foldOn] does it beforehand.
public final class Timeline {
    private static final int STRIDE = 500;

    /// So many code units of text that is kept are worth one event that need not be folded again.
    private static final int UNITS_PER_EVENT = 256;

    private record Kept(int place, RoomState state) {}

    private final CompactLog log;
    private final int stride;
    private final List<Kept> kept = new ArrayList<>();
    private RoomState current = RoomState.EMPTY;
    private int place;

    /// Of the last state that is kept and not behind `place`.
    private int before;

    private int folded;

    /// @param log from the first event on, as one reader may see it
    public Timeline(List<LoggedEvent> log) {
        this(log, STRIDE);
    }

    /// @param stride how many events lie between two states that are kept, at least 1: more of them
    ///   cost memory, and less of them time
    public Timeline(List<LoggedEvent> log, int stride) {
        this.log = CompactLog.of(log);
        this.stride = stride;
        kept.add(new Kept(0, RoomState.EMPTY));
    }

    /// How many events there are.
    public int size() {
        return log.size();
    }

    /// The event that leads from `place` to the place after it.
    ///
    /// @throws IndexOutOfBoundsException if none does
    public LoggedEvent eventAfter(int place) {
        return log.get(place);
    }

    /// The events that lead from one place to a later one, as an unmodifiable view.
    ///
    /// @throws IndexOutOfBoundsException if one of them is no place, or they are the wrong way
    ///   round
    public List<LoggedEvent> between(int from, int to) {
        return log.subList(from, to);
    }

    /// When the first event happened, in epoch milliseconds UTC; 0 for an empty log.
    public long begin() {
        return log.isEmpty() ? 0 : log.getFirst().at();
    }

    /// When the last event happened, in epoch milliseconds UTC; 0 for an empty log.
    public long end() {
        return log.isEmpty() ? 0 : log.getLast().at();
    }

    /// The place where all has happened that had happened at an instant, in epoch milliseconds UTC.
    public int placeAt(long instant) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.get(middle).at() <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The state of the room at `target`.
    ///
    /// @throws IndexOutOfBoundsException if that is no place
    public synchronized RoomState stateAt(int target) {
        Objects.checkIndex(target, log.size() + 1);
        int nearest = lastKept(target);
        if (target < place || kept.get(nearest).place > place) {
            goTo(nearest);
        }
        while (place < target) {
            step();
        }
        return current;
    }

    /// Folds beforehand what was not folded yet, by no more than so many events.
    ///
    /// @return whether there is more
    public synchronized boolean foldOn(int events) {
        stateAt((int) Math.min((long) folded + events, log.size()));
        return folded < log.size();
    }

    /// The last state that is kept and not behind `target`.
    private int lastKept(int target) {
        int low = 0;
        int high = kept.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (kept.get(middle).place <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// To a state that is kept. It is not worked on itself, or it would have to remember that.
    private void goTo(int index) {
        before = index;
        place = kept.get(index).place;
        current = kept.get(index).state.alone();
    }

    private void step() {
        current = RoomRules.evolve(current, log.get(place));
        place++;
        folded = Math.max(folded, place);
        if (before + 1 < kept.size()) {
            if (kept.get(before + 1).place == place) {
                goTo(before + 1);
            }
        } else if (place - kept.get(before).place >= distance()) {
            kept.add(new Kept(place, current.alone()));
            goTo(before + 1);
        }
    }

    /// How many events are between the last state that is kept and the next.
    private int distance() {
        int units = 0;
        for (Document document : current.documents().values()) {
            units += document.text().length();
        }
        return Math.max(stride, units / UNITS_PER_EVENT);
    }
}
