package dev.tandem.protocol.text;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/// The changes of one document from a base revision to its head, as an immutable value. The change
/// at revision r leads from r to r + 1. What was made for an older revision is carried to the head
/// over one change after another, never over several composed, as every party has to do it alike.
///
/// A revision outside [#baseRevision()] to [#headRevision()] is an [IndexOutOfBoundsException].
public final class DocumentHistory {
    private final int baseRevision;
    private final TreePVector<TextChange> changes;
    private final PMap<Integer, List<Integer>> undone;
    private final long codeUnits;

    private DocumentHistory(
            int baseRevision,
            TreePVector<TextChange> changes,
            PMap<Integer, List<Integer>> undone,
            long codeUnits) {
        this.baseRevision = baseRevision;
        this.changes = changes;
        this.undone = undone;
        this.codeUnits = codeUnits;
    }

    /// A history without changes, of a document that is known from `baseRevision`, 0 or more, on.
    public static DocumentHistory startingAt(int baseRevision) {
        if (baseRevision < 0) {
            throw new IllegalArgumentException("a history from revision " + baseRevision);
        }
        return new DocumentHistory(baseRevision, TreePVector.empty(), HashTreePMap.empty(), 0);
    }

    /// This history and `change`, which makes the next revision and takes nothing back.
    ///
    /// @throws IllegalArgumentException if the change is for a text of another length than the head
    public DocumentHistory append(TextChange change) {
        return append(change, List.of());
    }

    /// This history and `change`, which makes the next revision.
    ///
    /// @param undoOf the revisions that it takes back; empty where it takes none back, or it is not
    ///   known which
    /// @throws IllegalArgumentException if the change is for a text of another length than the head
    public DocumentHistory append(TextChange change, List<Integer> undoOf) {
        if (!changes.isEmpty()) {
            TextOperation last = changes.get(changes.size() - 1).operation();
            TextOperation.requireLength(change.operation().baseLength(), last.targetLength());
        }
        return new DocumentHistory(
                baseRevision,
                changes.plus(change),
                undoOf.isEmpty() ? undone : undone.plus(headRevision() + 1, List.copyOf(undoOf)),
                codeUnits + change.codeUnits());
    }

    /// What is left of this history when no more than its last `most` changes are remembered, and
    /// of these no more than insert and delete `mostCodeUnits` together.
    public DocumentHistory latest(int most, long mostCodeUnits) {
        if (changes.size() <= most && codeUnits <= mostCodeUnits) {
            return this;
        }
        TreePVector<TextChange> kept = changes;
        PMap<Integer, List<Integer>> stillUndone = undone;
        long left = codeUnits;
        while (kept.size() > most || left > mostCodeUnits) {
            left -= kept.get(0).codeUnits();
            kept = kept.minus(0);
            stillUndone = stillUndone.minus(headRevision() - kept.size());
        }
        return new DocumentHistory(headRevision() - kept.size(), kept, stillUndone, left);
    }

    /// The revisions that the change which made `revision` takes back; empty for none.
    public List<Integer> undoOf(int revision) {
        return undone.getOrDefault(revision, List.of());
    }

    /// The operation on the text at the head that takes back what is left of the changes which made
    /// the revisions from `first` to `last`; see [Origins#revert(int, int)].
    public TextOperation revert(int first, int last) {
        Objects.checkFromToIndex(first - 1 - baseRevision, last - baseRevision, changes.size());
        return Origins.of(this).revert(first, last);
    }

    /// The number of changes.
    public int size() {
        return changes.size();
    }

    /// The oldest revision that is known.
    public int baseRevision() {
        return baseRevision;
    }

    /// The newest revision.
    public int headRevision() {
        return baseRevision + changes.size();
    }

    /// Whether `revision` is one of this history.
    public boolean knows(int revision) {
        return revision >= baseRevision && revision <= headRevision();
    }

    /// The changes after `revision`, oldest first, as an unmodifiable view.
    public List<TextChange> since(int revision) {
        int start = Objects.checkIndex(revision - baseRevision, changes.size() + 1);
        // Not subList: a tree vector makes that by removing all before it, one after another.
        return new AbstractList<>() {
            @Override
            public TextChange get(int index) {
                return changes.get(start + index);
            }

            @Override
            public int size() {
                return changes.size() - start;
            }
        };
    }

    /// Carries an operation on the text at `revision` to the head. It goes left of what is already
    /// here at the same place.
    public TextOperation transform(TextOperation operation, int revision) {
        return transform(operation, since(revision));
    }

    /// Carries an operation on an old text over all that was changed since, oldest first, as
    /// [#transform(TextOperation, int)] does; for changes that no history remembers.
    public static TextOperation transform(TextOperation operation, Iterable<TextChange> since) {
        TextOperation carried = operation;
        for (TextChange change : since) {
            carried = TextOperation.transform(carried, change.operation()).left();
        }
        return carried;
    }

    /// Carries a position in the text at `revision` to the head; see
    /// [TextOperation#mapPosition(int)].
    public int mapPosition(int position, int revision) {
        int mapped = position;
        for (TextChange change : since(revision)) {
            mapped = change.operation().mapPosition(mapped);
        }
        return mapped;
    }

    /// The length of the text at `revision`, where `head` is the text at the head.
    public int lengthAt(Text head, int revision) {
        List<TextChange> since = since(revision);
        return since.isEmpty() ? head.length() : since.getFirst().operation().baseLength();
    }

    /// The code unit at `offset` of the text at `revision`, where `head` is the text at the head.
    ///
    /// @throws IndexOutOfBoundsException if the text at `revision` has no such offset
    public char charAt(Text head, int revision, int offset) {
        Objects.checkIndex(offset, lengthAt(head, revision));
        return new OldCharacters(new int[] {offset}, since(revision), head).charAt(offset);
    }

    /// Why `operation` cannot be applied to the text at `revision`, or null if it can, where `head`
    /// is the text at the head.
    public @Nullable Misfit check(TextOperation operation, int revision, Text head) {
        return check(operation, since(revision), head);
    }

    /// Why `operation` cannot be applied to an old text, or null if it can, where `since` has led
    /// from that text to `head`; for changes that no history remembers.
    public static @Nullable Misfit check(
            TextOperation operation, Iterable<TextChange> since, Text head) {
        Iterator<TextChange> first = since.iterator();
        int length = first.hasNext() ? first.next().operation().baseLength() : head.length();
        return operation.baseLength() != length
                ? new Misfit.WrongLength(operation.baseLength(), length)
                : TextRules.check(
                        operation, length, new OldCharacters(besideEdges(operation), since, head));
    }

    /// The offsets on both sides of every edge inside the text.
    private static int[] besideEdges(TextOperation operation) {
        int length = operation.baseLength();
        IntStream.Builder edges = IntStream.builder();
        int at = 0;
        for (TextOperation.Part part : operation.parts()) {
            at += part.baseLength();
            if (at > 0 && at < length) {
                edges.add(at - 1).add(at);
            }
        }
        return edges.build().sorted().distinct().toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentHistory that
                && baseRevision == that.baseRevision
                && changes.equals(that.changes)
                && undone.equals(that.undone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseRevision, changes, undone);
    }
}
