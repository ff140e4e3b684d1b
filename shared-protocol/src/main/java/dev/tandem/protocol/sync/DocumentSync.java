package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Transformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// One's own unconfirmed work on one document: the client of the public ot.js library, with one
/// operation in flight and everything after it waiting. What waits is not one buffer, but a few
/// segments one after another, so that an undo goes out by itself; to the relay, which only sees
/// what is in flight, that is the same.
///
/// `visible` is the confirmed text with `flying` and then each of `waiting` applied. An operation
/// in flight never changes what it does; being carried over others' operations is no such change,
/// because the relay carries it over the same ones.
///
/// @param made what became of one's edits
/// @param pointing one's own carets in the visible text, while others are not told of them yet
record DocumentSync(
        @Nullable Segment flying,
        PVector<Segment> waiting,
        Text visible,
        Made made,
        @Nullable List<Selection> pointing) {

    /// A document with nothing unconfirmed.
    static DocumentSync of(Text confirmed) {
        return new DocumentSync(null, TreePVector.empty(), confirmed, Made.NOTHING, null);
    }

    boolean isClean() {
        return flying == null && waiting.isEmpty();
    }

    @Nullable TextOperation inFlight() {
        return flying == null ? null : flying.operation();
    }

    /// The revisions that what is in flight takes back; null where it takes none back.
    @Nullable List<Revision> undoOf() {
        return flying == null || !flying.takesBack() ? null : made.undoOf(flying);
    }

    DocumentSync edit(OwnEdit edit) {
        return with(flying, waitingWith(edit)).show(edit.operation());
    }

    private PVector<Segment> waitingWith(OwnEdit edit) {
        Segment next = Segment.of(edit, knows(edit.undoes()));
        if (waiting.isEmpty()) {
            return waiting.plus(next);
        }
        Segment last = waiting.getLast();
        PVector<Segment> others = waiting.minus(waiting.size() - 1);
        if (last.isUnsaidBy(edit) && !with(flying, others).knows(edit.undoes())) {
            Segment rest = last.without(edit);
            return rest.isNothing() ? others : others.plus(rest);
        }
        return last.admits(next) ? others.plus(last.and(next)) : waiting.plus(next);
    }

    /// Whether anything of a group went out, or will.
    private boolean knows(int group) {
        return made.knows(group) || unconfirmed().stream().anyMatch(s -> s.holds(group));
    }

    /// Sends of what waits as much as one message holds, if nothing is in flight.
    DocumentSync launch() {
        if (flying != null || waiting.isEmpty()) {
            return this;
        }
        Segment next = waiting.getFirst();
        Portion portion = Portion.of(next.operation());
        return with(
                next.with(portion.first()),
                portion.rest() == null
                        ? waiting.minus(0)
                        : waiting.with(0, next.with(portion.rest())));
    }

    /// What was in flight is to be sent again; it joins what waits behind it.
    DocumentSync land() {
        if (flying == null) {
            return this;
        }
        boolean joins = !waiting.isEmpty() && flying.admits(waiting.getFirst());
        return with(
                null,
                joins ? waiting.with(0, flying.and(waiting.getFirst())) : waiting.plus(0, flying));
    }

    /// What is in flight made this revision.
    DocumentSync made(Revision revision) {
        return flying == null ? this : with(made.plus(flying, revision));
    }

    /// What was in flight made a revision; it is known which if [#made(Revision)] was told.
    DocumentSync acknowledged() {
        return flying == null ? this : with(made.plus(flying)).with(null, waiting);
    }

    /// A remote operation on the confirmed text was taken in.
    ///
    /// @param onVisible what it does to the visible text
    record Received(DocumentSync next, TextOperation onVisible) {}

    /// One's own work will be logged later than `remote`, so it goes left of it in a tie.
    Received receive(TextOperation remote) {
        TextOperation carried = remote;
        Segment newFlying = flying;
        if (newFlying != null) {
            Transformed both = TextOperation.transform(newFlying.operation(), carried);
            newFlying = newFlying.with(both.left());
            carried = both.right();
        }
        PVector<Segment> newWaiting = waiting;
        for (int i = 0; i < waiting.size(); i++) {
            Segment segment = waiting.get(i);
            Transformed both = TextOperation.transform(segment.operation(), carried);
            newWaiting = newWaiting.with(i, segment.with(both.left()));
            carried = both.right();
        }
        return new Received(with(newFlying, newWaiting).show(carried), carried);
    }

    /// The confirmed text turned into `after` without a word on how: what is unconfirmed is carried
    /// over the shortest difference.
    ///
    /// @param before the text that what is unconfirmed stands on
    Received rebase(String before, String after) {
        return receive(TextOperation.difference(before, after));
    }

    /// What one did is given up.
    ///
    /// @param undo takes it out of the visible text
    /// @param texts what it had inserted
    record Withdrawal(DocumentSync next, TextOperation undo, List<String> texts) {}

    /// Gives up everything unconfirmed.
    ///
    /// @throws IllegalStateException if nothing is
    Withdrawal withdraw(Text confirmed) {
        if (isClean()) {
            throw new IllegalStateException("nothing to withdraw");
        }
        TextOperation work =
                TextOperation.composeAll(unconfirmed().stream().map(Segment::operation).toList());
        TextOperation undo = TextChange.of(work, confirmed).invert().operation();
        return new Withdrawal(with(null, TreePVector.empty()).show(undo), undo, inserted(work));
    }

    /// Gives up an edit that was not taken in at all.
    Withdrawal withdraw(TextOperation onVisible) {
        TextOperation undo = visible.changeOf(onVisible).invert().operation();
        return new Withdrawal(this, undo, inserted(onVisible));
    }

    private static List<String> inserted(TextOperation operation) {
        List<String> texts = new ArrayList<>();
        for (TextOperation.Part part : operation.parts()) {
            if (part instanceof Insert(String text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// One's own carets are here now, in the visible text.
    DocumentSync point(List<Selection> selections) {
        List<Selection> whole = selections.stream().map(s -> s.onCharacters(visible)).toList();
        return new DocumentSync(flying, waiting, visible, made, whole);
    }

    /// Others know of one's carets.
    DocumentSync pointed() {
        return new DocumentSync(flying, waiting, visible, made, null);
    }

    /// A selection of the confirmed text, in the visible one, on whole characters.
    Selection toVisible(Selection confirmed) {
        Selection carried = confirmed;
        for (Segment segment : unconfirmed()) {
            carried = segment.operation().mapSelection(carried);
        }
        return carried.onCharacters(visible);
    }

    /// The changes that led to the visible text, as if what is unconfirmed were confirmed next.
    DocumentHistory history(Document confirmed) {
        DocumentHistory history = confirmed.history();
        Made known = made;
        String text = isClean() ? "" : confirmed.text().toString();
        for (Segment segment : unconfirmed()) {
            List<Integer> undoOf = known.undoOf(segment).stream().map(Revision::value).toList();
            history = history.append(TextChange.of(segment.operation(), text), undoOf);
            known = known.plus(segment, new Revision(history.headRevision()));
            text = segment.operation().apply(text);
        }
        return history;
    }

    /// All that is unconfirmed, in its order.
    PVector<Segment> unconfirmed() {
        return flying == null ? waiting : waiting.plus(0, flying);
    }

    private DocumentSync with(@Nullable Segment newFlying, PVector<Segment> newWaiting) {
        return new DocumentSync(newFlying, newWaiting, visible, made, pointing);
    }

    private DocumentSync with(Made newMade) {
        return new DocumentSync(flying, waiting, visible, newMade, pointing);
    }

    /// The visible text changes, and one's carets with it.
    private DocumentSync show(TextOperation change) {
        List<Selection> carets =
                pointing == null ? null : pointing.stream().map(change::mapSelection).toList();
        return new DocumentSync(flying, waiting, visible.apply(change), made, carets);
    }
}
