package dev.tandem.protocol.text;

/// The keystrokes that one undo takes back together, while more may join: they all type or all
/// delete, each where the one before it left the caret, less than 500 ms after it. A line break and
/// the first letter of a word begin a group, and so does every 100th keystroke.
///
/// @param last the last keystroke
/// @param caret where it left the caret, carried along with others' edits
/// @param atMs when it was made
/// @param size the number of keystrokes
record UndoGroup(Keystroke last, int caret, long atMs, int size) {
    private static final long PAUSE_MS = 500;
    private static final int LIMIT = 100;

    static UndoGroup of(Keystroke keystroke, long atMs) {
        return new UndoGroup(keystroke, keystroke.caret(), atMs, 1);
    }

    boolean admits(Keystroke next, long nextAtMs) {
        boolean startsWord = next.inserts() && last.isSpace() && !next.isSpace();
        return next.inserts() == last.inserts()
                && next.isAt(caret)
                && nextAtMs - atMs < PAUSE_MS
                && size < LIMIT
                && !next.isLineBreak()
                && !startsWord;
    }

    UndoGroup and(Keystroke next, long nextAtMs) {
        return new UndoGroup(next, next.caret(), nextAtMs, size + 1);
    }

    UndoGroup carried(TextOperation remote) {
        return new UndoGroup(last, remote.mapPosition(caret), atMs, size);
    }
}
