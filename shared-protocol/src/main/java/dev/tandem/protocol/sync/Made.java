package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.UndoHistory;
import java.util.List;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// Which revisions one's groups of edits became. Of a group older than the newest [#MOST] only that
/// much is known: something went out of it.
///
/// @param revisions of each group that something went out of; as far as they are known
record Made(PSortedMap<Integer, PVector<Revision>> revisions) {
    /// More than both stacks of an undo history hold, since a group that is undone and redone has a
    /// new number each time.
    static final int MOST = 2 * UndoHistory.MOST;

    static final Made NOTHING = new Made(TreePMap.empty());

    Made plus(Segment segment, Revision revision) {
        PSortedMap<Integer, PVector<Revision>> more = revisions;
        for (int group : segment.groups()) {
            more = more.plus(group, of(group).plus(revision));
        }
        return latest(more);
    }

    /// A segment made a revision, whether or not it is known which.
    Made plus(Segment segment) {
        PSortedMap<Integer, PVector<Revision>> more = revisions;
        for (int group : segment.groups()) {
            more = more.plus(group, of(group));
        }
        return latest(more);
    }

    private static Made latest(PSortedMap<Integer, PVector<Revision>> all) {
        PSortedMap<Integer, PVector<Revision>> kept = all;
        while (kept.size() > MOST) {
            kept = kept.minusFirstEntry();
        }
        return new Made(kept);
    }

    boolean knows(int group) {
        return revisions.containsKey(group)
                || (group > 0 && revisions.size() == MOST && group < revisions.firstKey());
    }

    /// The revisions that a segment takes back; the newest, where one message does not hold all.
    List<Revision> undoOf(Segment segment) {
        List<Revision> all =
                Stream.concat(
                                segment.undoes().stream().flatMap(group -> of(group).stream()),
                                segment.reverts().stream().map(Revision::new))
                        .distinct()
                        .sorted()
                        .toList();
        return all.subList(Math.max(0, all.size() - Limits.UNDO_OF), all.size());
    }

    private PVector<Revision> of(int group) {
        return revisions.getOrDefault(group, TreePVector.empty());
    }
}
