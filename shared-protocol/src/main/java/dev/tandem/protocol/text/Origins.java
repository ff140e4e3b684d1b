package dev.tandem.protocol.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which change put each character of a document there, and which took it away. What is gone keeps
/// its place among the rest, so that any change can be taken back exactly, however many came after
/// it. Where a change takes others back (its `undoOf`), what it brings is the text that they took
/// away, and not a new one.
///
/// It begins with a history's oldest change and follows one after another; then it stays as it is.
public final class Origins {
    private final Stretches stretches;
    private final Set<Integer> movers;
    private final int base;
    private int revision;

    private Origins(Stretches stretches, Set<Integer> movers, int base, int revision) {
        this.stretches = stretches;
        this.movers = movers;
        this.base = base;
        this.revision = revision;
    }

    /// All that a history tells.
    public static Origins of(DocumentHistory history) {
        int base = history.baseRevision();
        Origins origins =
                new Origins(new Stretches(original(history)), new HashSet<>(), base, base);
        origins.follow(history);
        return origins;
    }

    /// All that a history tells, going on from what was known before where that is possible; from
    /// time to time it begins anew, lest it remember ever more.
    public static Origins of(DocumentHistory history, @Nullable Origins before) {
        if (before == null
                || before.revision == before.base // it does not even know how long the text is
                || !history.knows(before.revision)
                || history.baseRevision() - before.base > history.size()) {
            return of(history);
        }
        Origins origins = before.copy();
        origins.follow(history);
        return origins;
    }

    private static List<Stretch> original(DocumentHistory history) {
        int length =
                history.size() == 0
                        ? 0
                        : history.since(history.baseRevision()).getFirst().operation().baseLength();
        return length == 0 ? List.of() : List.of(Stretch.original(length));
    }

    private Origins copy() {
        return new Origins(stretches.copy(), new HashSet<>(movers), base, revision);
    }

    /// Whether it began before the change that made `revision`.
    public boolean knows(int revision) {
        return revision > base;
    }

    /// Follows a history, which knows this revision, to its head.
    private void follow(DocumentHistory history) {
        for (TextChange change : history.since(revision)) {
            revision++;
            Set<Integer> undone = Set.copyOf(history.undoOf(revision));
            new OriginsStep(stretches, movers, revision, undone).take(change);
        }
    }

    /// The operation on the text that takes back what is left of the changes which made the
    /// revisions from `first` to `last`: what they put there is taken away and what they took away
    /// is put back, unless that has happened since. An identity where nothing is left.
    public TextOperation revert(int first, int last) {
        var revert = new TextOperation.Builder();
        for (Stretch stretch : stretches) {
            if (!stretch.isDueTo(first, last)) {
                revert.keep(stretch.lengthHere());
            } else if (stretch.gone() != null) {
                revert.insert(stretch.gone());
            } else {
                revert.delete(stretch.length());
            }
        }
        return revert.build();
    }

    /// The offset in the text of the first thing that [#revert] would change; -1 where that is
    /// nothing.
    public int placeOf(int first, int last) {
        int at = 0;
        for (Stretch stretch : stretches) {
            if (stretch.isDueTo(first, last)) {
                return at;
            }
            at += stretch.lengthHere();
        }
        return -1;
    }
}
