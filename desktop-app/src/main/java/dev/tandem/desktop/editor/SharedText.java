package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.OwnEdit;
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
/// [#beginComposition] to [#endComposition] one's own edits are kept back from the others, and the
/// others' from the screen.
final class SharedText {
    private final LongSupplier clock;
    private final UndoHistory history = new UndoHistory();
    private Text text = Text.of("");
    private @Nullable Held held;

    /// What is kept back: both apply to the text as it was when composing began.
    private record Held(Text before, TextOperation mine, TextOperation theirs) {}

    /// What was kept back, each as it applies now: `theirs` to the text on screen, `mine` to the
    /// text that the others have. Null is nothing.
    record Released(@Nullable OwnEdit mine, @Nullable TextOperation theirs) {
        static final Released NOTHING = new Released(null, null);
    }

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
            held = new Held(held.before, held.mine.compose(operation), held.theirs);
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
    /// @return whether the screen is to show it now
    boolean remote(TextOperation operation) {
        if (held != null) {
            held = new Held(held.before, held.mine, held.theirs.compose(operation));
            return false;
        }
        text = text.apply(operation);
        history.remote(operation);
        return true;
    }

    boolean composing() {
        return held != null;
    }

    void beginComposition() {
        if (held == null) {
            TextOperation nothing = new TextOperation.Builder().keep(text.length()).build();
            held = new Held(text, nothing, nothing);
        }
    }

    Released endComposition() {
        if (held == null) {
            return Released.NOTHING;
        }
        Held last = held;
        held = null;
        OwnEdit mine = history.edited(last.before.changeOf(last.mine), clock.getAsLong());
        var past = TextOperation.transform(last.mine, last.theirs);
        remote(past.right());
        return new Released(
                past.left().isIdentity() ? null : mine.with(past.left()),
                past.right().isIdentity() ? null : past.right());
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
