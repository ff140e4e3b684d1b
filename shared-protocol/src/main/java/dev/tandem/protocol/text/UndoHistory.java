package dev.tandem.protocol.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Undo and redo of one person in a document that others change too: it takes back that person's
/// own edits, last one first, and nothing of anyone else's. An undo is an ordinary operation.
///
/// Each of the two stacks holds inverse operations, and each of these applies to the text that is
/// there when all above it have been taken. Others' operations are carried down through both
/// stacks. One thing is accepted: where two people delete the same text and both undo, it comes
/// back twice.
///
/// Keystrokes are joined to groups that are undone at once; [UndoGroup] says which. Groups are
/// numbered from 1 on, and each undo and redo is one as well. The newest [#MOST] can be undone. For
/// one thread, the one that edits the text.
public final class UndoHistory {
    /// How many groups each of the stacks holds; the oldest is forgotten.
    public static final int MOST = 300;

    private Deque<Entry> undo = new ArrayDeque<>();
    private Deque<Entry> redo = new ArrayDeque<>();
    private @Nullable UndoGroup open;
    private int groups;

    /// What takes back a group.
    private record Entry(int group, TextOperation inverse) {}

    public UndoHistory() {}

    /// Forgets everything; a number of a group is not used again.
    public void clear() {
        undo.clear();
        redo.clear();
        open = null;
    }

    /// Takes note of an edit that the person made, other than by [#undo] or [#redo]; nothing can be
    /// redone after it.
    ///
    /// @param atMs when it was made, in milliseconds on any clock that does not go back
    public OwnEdit edited(TextChange change, long atMs) {
        if (change.operation().isIdentity()) {
            return OwnEdit.plain(change.operation());
        }
        redo.clear();
        TextOperation inverse = change.invert().operation();
        Keystroke keystroke = Keystroke.of(change);
        if (open != null && keystroke != null && open.admits(keystroke, atMs)) {
            Entry joined = undo.pop();
            undo.push(new Entry(joined.group, inverse.compose(joined.inverse)));
            open = open.and(keystroke, atMs);
        } else {
            push(undo, inverse);
            open = keystroke == null ? null : UndoGroup.of(keystroke, atMs);
        }
        return OwnEdit.inGroup(undo.element().group, change.operation());
    }

    /// Takes note that the person took back logged changes, whoever made them. It is undone like
    /// any other edit, and by itself.
    ///
    /// @param revisions the changes' revisions, ascending
    public OwnEdit reverted(TextChange change, List<Integer> revisions) {
        breakGroup();
        int group = edited(change, 0).group();
        breakGroup();
        return new OwnEdit(change.operation(), group, 0, revisions);
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

    /// The edit that takes back the person's last group of edits, or null if none is left. It
    /// counts as done: apply it at once.
    ///
    /// @param text the text as it is, before the undo
    public @Nullable OwnEdit undo(CharSequence text) {
        return move(undo, redo, text);
    }

    /// The edit that takes back the last undo, or null if there is none. It counts as done: apply
    /// it at once.
    ///
    /// @param text the text as it is, before the redo
    public @Nullable OwnEdit redo(CharSequence text) {
        return move(redo, undo, text);
    }

    private @Nullable OwnEdit move(Deque<Entry> from, Deque<Entry> to, CharSequence text) {
        open = null;
        Entry entry = from.poll();
        while (entry != null && entry.inverse.isIdentity()) {
            entry = from.poll();
        }
        if (entry == null) {
            return null;
        }
        TextChange change = TextChange.of(entry.inverse, text);
        push(to, change.invert().operation());
        return new OwnEdit(entry.inverse, groups, entry.group, List.of());
    }

    // Nothing stands on the oldest entry, so it can go.
    private void push(Deque<Entry> stack, TextOperation inverse) {
        stack.push(new Entry(++groups, inverse));
        if (stack.size() > MOST) {
            stack.removeLast();
        }
    }

    // What others left nothing of stays as an identity, since the open group's entry must be on
    // top.
    private static boolean holdsChange(Deque<Entry> stack) {
        return stack.stream().anyMatch(entry -> !entry.inverse.isIdentity());
    }

    private static Deque<Entry> carried(Deque<Entry> stack, TextOperation remote) {
        Deque<Entry> carried = new ArrayDeque<>(stack.size());
        TextOperation deeper = remote;
        for (Entry entry : stack) {
            var past = TextOperation.transform(entry.inverse, deeper);
            carried.addLast(new Entry(entry.group, past.left()));
            deeper = past.right();
        }
        return carried;
    }
}
