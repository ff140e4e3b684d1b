package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.UndoHistory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The text on screen as a value, and what this person can take back in it. FX thread.
///
/// While an input method composes, a word changes with every key and is nobody's work yet: from
/// [#beginComposition] to [#endComposition] one's own edits are kept back from the others, and the
/// others' from the screen.
final class SharedText {
    private final LongSupplier clock;
    private UndoHistory history = new UndoHistory();
    private Text text = Text.of("");
    private @Nullable Held held;

    /// What is kept back: both apply to the text as it was when composing began.
    private record Held(Text before, TextOperation mine, TextOperation theirs) {}

    /// What was kept back, each as it applies now: `theirs` to the text on screen, `mine` to the
    /// text that the others have. Null is nothing.
    record Released(@Nullable TextOperation mine, @Nullable TextOperation theirs) {
        static final Released NOTHING = new Released(null, null);
    }

    /// @param clock milliseconds that do not go back
    SharedText(LongSupplier clock) {
        this.clock = clock;
    }

    /// Begins anew with another text, in which nothing can be undone.
    void reset(Text other) {
        text = other;
        history = new UndoHistory();
        held = null;
    }

    Text text() {
        return text;
    }

    /// The person changed what is on screen.
    ///
    /// @return whether the others are to hear of it now
    boolean edited(TextOperation operation) {
        TextChange change = text.changeOf(operation); // an older text has to be made again
        text = text.apply(operation);
        if (held != null) {
            held = new Held(held.before, held.mine.compose(operation), held.theirs);
            return false;
        }
        history.edited(change, clock.getAsLong());
        return true;
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
        history.edited(last.before.changeOf(last.mine), clock.getAsLong());
        var past = TextOperation.transform(last.mine, last.theirs);
        remote(past.right());
        return new Released(changing(past.left()), changing(past.right()));
    }

    /// The operation that takes back one's last edits, to be shown and sent; null if nothing is
    /// left to take back.
    @Nullable TextOperation undo() {
        return applied(history.undo(text));
    }

    /// The operation that takes back one's last undo, to be shown and sent, or null.
    @Nullable TextOperation redo() {
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

    private @Nullable TextOperation applied(@Nullable TextOperation operation) {
        if (operation != null) {
            text = text.apply(operation);
        }
        return operation;
    }

    private static @Nullable TextOperation changing(TextOperation operation) {
        return operation.isIdentity() ? null : operation;
    }
}
