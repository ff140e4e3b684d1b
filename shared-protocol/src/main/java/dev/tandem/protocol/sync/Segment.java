package dev.tandem.protocol.sync;

import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Insert;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/// Neighbouring edits of one's own that go out as one operation. They either all take something
/// back or none does, so that the log can say which did.
///
/// @param groups the groups of edits that these are of
/// @param undoes the groups that they take back
/// @param reverts the revisions that they take back
record Segment(
        TextOperation operation,
        PSet<Integer> groups,
        PSet<Integer> undoes,
        PSet<Integer> reverts) {

    /// @param known whether there is, or will be, a revision of what the edit undoes
    static Segment of(OwnEdit edit, boolean known) {
        return new Segment(
                edit.operation(),
                edit.group() == 0 ? HashTreePSet.empty() : HashTreePSet.singleton(edit.group()),
                known ? HashTreePSet.singleton(edit.undoes()) : HashTreePSet.empty(),
                HashTreePSet.from(edit.reverts()));
    }

    boolean takesBack() {
        return !undoes.isEmpty() || !reverts.isEmpty();
    }

    boolean holds(int group) {
        return groups.contains(group);
    }

    /// What takes back something in here follows as a segment of its own.
    boolean admits(Segment next) {
        return takesBack() == next.takesBack() && next.undoes.stream().noneMatch(this::holds);
    }

    Segment and(Segment next) {
        return new Segment(
                operation.compose(next.operation),
                groups.plusAll(next.groups),
                undoes.plusAll(next.undoes),
                reverts.plusAll(next.reverts));
    }

    /// Whether `undo` takes back something in here that is new text and nothing else.
    boolean isUnsaidBy(OwnEdit undo) {
        return !takesBack()
                && holds(undo.undoes())
                && undo.operation().parts().stream().noneMatch(Insert.class::isInstance);
    }

    /// As if the group that `undo` takes back had never been.
    Segment without(OwnEdit undo) {
        return new Segment(
                operation.compose(undo.operation()), groups.minus(undo.undoes()), undoes, reverts);
    }

    boolean isNothing() {
        return operation.isIdentity() && groups.isEmpty() && !takesBack();
    }

    Segment with(TextOperation other) {
        return new Segment(other, groups, undoes, reverts);
    }
}
