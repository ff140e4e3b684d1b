package dev.tandem.protocol.sync;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Transformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own unconfirmed work on one document: the client of the public ot.js library, with one
/// operation in flight and everything after it composed in one buffer.
///
/// `visible` is the confirmed text with `inFlight` and then `buffer` applied. An operation in
/// flight never changes what it does; being carried over others' operations is no such change,
/// because the relay carries it over the same ones.
///
/// @param pointing one's own carets in the visible text, while others are not told of them yet
record DocumentSync(
        @Nullable TextOperation inFlight,
        @Nullable TextOperation buffer,
        Text visible,
        @Nullable List<Selection> pointing) {

    /// A document with nothing unconfirmed.
    static DocumentSync of(Text confirmed) {
        return new DocumentSync(null, null, confirmed, null);
    }

    boolean isClean() {
        return inFlight == null && buffer == null;
    }

    DocumentSync edit(TextOperation onVisible) {
        TextOperation composed = buffer == null ? onVisible : buffer.compose(onVisible);
        return with(inFlight, composed).show(onVisible);
    }

    /// Sends of what waits as much as one message holds, if nothing is in flight.
    DocumentSync launch() {
        if (inFlight != null || buffer == null) {
            return this;
        }
        Portion portion = Portion.of(buffer);
        return with(portion.first(), portion.rest());
    }

    /// What was in flight is to be sent again; it joins what waits behind it.
    DocumentSync land() {
        return with(null, unconfirmed());
    }

    DocumentSync acknowledged() {
        return with(null, buffer);
    }

    /// A remote operation on the confirmed text was taken in.
    ///
    /// @param onVisible what it does to the visible text
    record Received(DocumentSync next, TextOperation onVisible) {}

    /// One's own work will be logged later than `remote`, so it goes left of it in a tie.
    Received receive(TextOperation remote) {
        TextOperation carried = remote;
        TextOperation flying = inFlight;
        if (flying != null) {
            Transformed both = TextOperation.transform(flying, carried);
            flying = both.left();
            carried = both.right();
        }
        TextOperation waiting = buffer;
        if (waiting != null) {
            Transformed both = TextOperation.transform(waiting, carried);
            waiting = both.left();
            carried = both.right();
        }
        return new Received(with(flying, waiting).show(carried), carried);
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
        TextOperation work = unconfirmed();
        if (work == null) {
            throw new IllegalStateException("nothing to withdraw");
        }
        TextOperation undo = TextChange.of(work, confirmed).invert().operation();
        return new Withdrawal(with(null, null).show(undo), undo, inserted(work));
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
        return new DocumentSync(inFlight, buffer, visible, whole);
    }

    /// Others know of one's carets.
    DocumentSync pointed() {
        return new DocumentSync(inFlight, buffer, visible, null);
    }

    /// A selection of the confirmed text, in the visible one, on whole characters.
    Selection toVisible(Selection confirmed) {
        Selection carried = inFlight == null ? confirmed : inFlight.mapSelection(confirmed);
        Selection shown = buffer == null ? carried : buffer.mapSelection(carried);
        return shown.onCharacters(visible);
    }

    private DocumentSync with(
            @Nullable TextOperation newInFlight, @Nullable TextOperation newBuffer) {
        return new DocumentSync(newInFlight, newBuffer, visible, pointing);
    }

    /// The visible text changes, and one's carets with it.
    private DocumentSync show(TextOperation change) {
        List<Selection> carets =
                pointing == null ? null : pointing.stream().map(change::mapSelection).toList();
        return new DocumentSync(inFlight, buffer, visible.apply(change), carets);
    }

    private @Nullable TextOperation unconfirmed() {
        if (inFlight == null) {
            return buffer;
        }
        return buffer == null ? inFlight : inFlight.compose(buffer);
    }
}
