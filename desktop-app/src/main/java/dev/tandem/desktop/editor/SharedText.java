package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.UndoHistory;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The text on screen as a value, and what this person can take back in it. FX thread.
///
/// While an input method composes, a word changes with every key and is nobody's work yet: from
/// [#beginComposition] to [#endComposition] one's own edits are kept back from the others. What the
/// others do goes around them.
final class SharedText {
    private final LongSupplier clock;
    private final UndoHistory history = new UndoHistory();
    private Text text = Text.of("");
    private @Nullable Held held;

    /// What is kept back, and the text that the others have, to which it applies.
    private record Held(Text others, TextOperation mine) {}

    /// @param clock milliseconds that do not go back
    SharedText(LongSupplier clock) {
        this.clock = clock;
    }

    /// Begins anew with another text, in which nothing can be undone.
    void reset(Text other) {
        text = other;
        history.clear();
        held = null;
    }

    Text text() {
        return text;
    }

    /// The person changed what is on screen.
    ///
    /// @return what the others are to hear of it now; null for nothing
    @Nullable OwnEdit edited(TextOperation operation) {
        TextChange change = text.changeOf(operation); // an older text has to be made again
        text = text.apply(operation);
        if (held != null) {
            held = new Held(held.others, held.mine.compose(operation));
            return null;
        }
        return history.edited(change, clock.getAsLong());
    }

    /// The person takes back logged changes, whoever made them; not while they compose.
    ///
    /// @param revisions the changes' revisions, ascending
    /// @return what the others are to hear of it
    OwnEdit reverted(TextOperation operation, List<Integer> revisions) {
        OwnEdit edit = history.reverted(text.changeOf(operation), revisions);
        text = text.apply(operation);
        return edit;
    }

    /// Someone else changed the shared text.
    ///
    /// @return the same change as it applies to the text on screen
    TextOperation remote(TextOperation operation) {
        history.remote(operation);
        TextOperation shown = operation;
        if (held != null) {
            var past = TextOperation.transform(held.mine, operation);
            held = new Held(held.others.apply(operation), past.left());
            shown = past.right();
        }
        text = text.apply(shown);
        return shown;
    }

    /// Where a place is on screen that someone else has in the shared text.
    Selection onScreen(Selection shared) {
        if (held == null) {
            return shared;
        }
        int end = held.others.length();
        return held.mine.mapSelection(
                new Selection(Math.min(shared.anchor(), end), Math.min(shared.head(), end)));
    }

    boolean composing() {
        return held != null;
    }

    void beginComposition() {
        if (held == null) {
            held = new Held(text, TextOperation.identity(text.length()));
        }
    }

    /// What was composed, to be sent; null if it is nothing.
    @Nullable OwnEdit endComposition() {
        Held last = held;
        held = null;
        if (last == null || last.mine.isIdentity()) {
            return null;
        }
        return history.edited(last.others.changeOf(last.mine), clock.getAsLong());
    }

    /// What takes back one's last edits, to be shown and sent; null if nothing is left to take
    /// back.
    @Nullable OwnEdit undo() {
        return applied(history.undo(text));
    }

    /// What takes back one's last undo, to be shown and sent, or null.
    @Nullable OwnEdit redo() {
        return applied(history.redo(text));
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    /// The person moved the caret or pasted: what is typed next is undone by itself.
    void breakGroup() {
        history.breakGroup();
    }

    private @Nullable OwnEdit applied(@Nullable OwnEdit edit) {
        if (edit != null) {
            text = text.apply(edit.operation());
        }
        return edit;
    }
}
