package dev.tandem.protocol.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A whole log, and the state of its room at any place of it.
///
/// A place is the number of events that have happened there, from 0 to [#size()]. States come from
/// the fold that live work goes by; one in every so many is kept once it was needed, so that no
/// other is further away than that. States that are kept know no history of their documents, and
/// share no text.
///
/// Safe for any thread. Going somewhere for the first time folds all that was not folded yet, which
/// is nothing for a thread that draws.
public final class Timeline {
    private static final int STRIDE = 2_500;

    private final List<LoggedEvent> log;
    private final int stride;
    private final @Nullable RoomState[] kept;
    private int known;
    private RoomState current = RoomState.EMPTY;
    private int place;

    /// @param log from the first event on, as one reader may see it
    public Timeline(List<LoggedEvent> log) {
        this(log, STRIDE);
    }

    /// @param stride how many events lie between two states that are kept, at least 1: more of them
    ///   cost memory, and less of them time
    public Timeline(List<LoggedEvent> log, int stride) {
        this.log = List.copyOf(log);
        this.stride = stride;
        kept = new RoomState[this.log.size() / stride + 1];
        kept[0] = RoomState.EMPTY;
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
        if (target < place || target / stride > place / stride) {
            goTo(target / stride);
        }
        while (place < target) {
            step();
        }
        return current;
    }

    /// To a state that is kept, or towards it from the last that is.
    private void goTo(int frame) {
        int from = Math.min(frame, known);
        current = Objects.requireNonNull(kept[from]);
        place = from * stride;
        while (known < frame) {
            step();
        }
    }

    private void step() {
        current = RoomRules.evolve(current, log.get(place));
        place++;
        if (place % stride == 0) {
            current = current.alone();
            int frame = place / stride;
            if (frame > known) {
                known = frame;
                kept[frame] = current;
            } else {
                current = Objects.requireNonNull(kept[frame]);
            }
        }
    }
}
