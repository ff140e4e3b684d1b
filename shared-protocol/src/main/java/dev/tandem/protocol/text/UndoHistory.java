package dev.tandem.protocol.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Undo and redo of one person in a document that others change too: it takes back that person's
/// own edits, last one first, and nothing of anyone else's. An undo is an ordinary operation.
///
/// Each of the two stacks holds inverse operations, and each of these applies to the text that is
/// there when all above it have been taken. Others' operations are carried down through both
/// stacks. One thing is accepted: where two people delete the same text and both undo, it comes
/// back twice.
///
/// Keystrokes are joined to groups that are undone at once; [UndoGroup] says which. For one thread,
/// the one that edits the text.
public final class UndoHistory {
    private Deque<TextOperation> undo = new ArrayDeque<>();
    private Deque<TextOperation> redo = new ArrayDeque<>();
    private @Nullable UndoGroup open;

    public UndoHistory() {}

    /// Takes note of an edit that the person made, other than by [#undo] or [#redo]; nothing can be
    /// redone after it.
    ///
    /// @param atMs when it was made, in milliseconds on any clock that does not go back
    public void edited(TextChange change, long atMs) {
        if (change.operation().isIdentity()) {
            return;
        }
        redo.clear();
        TextOperation inverse = change.invert().operation();
        Keystroke keystroke = Keystroke.of(change);
        if (open != null && keystroke != null && open.admits(keystroke, atMs)) {
            inverse = inverse.compose(undo.pop());
            open = open.and(keystroke, atMs);
        } else {
            open = keystroke == null ? null : UndoGroup.of(keystroke, atMs);
        }
        undo.push(inverse);
    }

    /// Takes note of someone else's operation, as it was applied to this person's text.
    public void remote(TextOperation operation) {
        undo = carried(undo, operation);
        redo = carried(redo, operation);
        open = open == null ? null : open.carried(operation);
    }

    /// Lets the next edit begin a group of its own: the person moved the caret, pasted or saved.
    public void breakGroup() {
        open = null;
    }

    public boolean canUndo() {
        return holdsChange(undo);
    }

    public boolean canRedo() {
        return holdsChange(redo);
    }

    /// The operation that takes back the person's last group of edits, or null if none is left. It
    /// counts as done: apply it at once.
    ///
    /// @param text the text as it is, before the undo
    public @Nullable TextOperation undo(CharSequence text) {
        return move(undo, redo, text);
    }

    /// The operation that takes back the last undo, or null if there is none. It counts as done:
    /// apply it at once.
    ///
    /// @param text the text as it is, before the redo
    public @Nullable TextOperation redo(CharSequence text) {
        return move(redo, undo, text);
    }

    private @Nullable TextOperation move(
            Deque<TextOperation> from, Deque<TextOperation> to, CharSequence text) {
        open = null;
        TextOperation operation = from.poll();
        while (operation != null && operation.isIdentity()) {
            operation = from.poll();
        }
        if (operation != null) {
            to.push(TextChange.of(operation, text).invert().operation());
        }
        return operation;
    }

    // What others left nothing of stays as an identity, since the open group's entry must be on
    // top.
    private static boolean holdsChange(Deque<TextOperation> stack) {
        return stack.stream().anyMatch(operation -> !operation.isIdentity());
    }

    private static Deque<TextOperation> carried(Deque<TextOperation> stack, TextOperation remote) {
        Deque<TextOperation> carried = new ArrayDeque<>(stack.size());
        TextOperation deeper = remote;
        for (TextOperation entry : stack) {
            var past = TextOperation.transform(entry, deeper);
            carried.addLast(past.left());
            deeper = past.right();
        }
        return carried;
    }
}
