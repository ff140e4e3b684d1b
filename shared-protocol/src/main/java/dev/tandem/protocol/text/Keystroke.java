package dev.tandem.protocol.text;

import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of a single character, as one key makes it.
///
/// @param inserts whether the character was typed, else it was deleted
/// @param offset where it was typed, or stood
/// @param text the character, one code point
record Keystroke(boolean inserts, int offset, String text) {

    /// The change as a keystroke, or null if it is more than one.
    static @Nullable Keystroke of(TextChange change) {
        List<Part> parts = change.operation().parts();
        List<Part> edits = parts.stream().filter(part -> !(part instanceof Keep)).toList();
        if (edits.size() != 1) {
            return null;
        }
        boolean inserts = edits.getFirst() instanceof Insert;
        String text =
                edits.getFirst() instanceof Insert(String typed)
                        ? typed
                        : change.deleted().getFirst();
        int offset = parts.getFirst() instanceof Keep(int length) ? length : 0;
        boolean single = text.codePointCount(0, text.length()) == 1;
        return single ? new Keystroke(inserts, offset, text) : null;
    }

    /// Where the caret is afterwards.
    int caret() {
        return inserts ? offset + text.length() : offset;
    }

    /// Whether it was made with the caret at `position`, by typing, Backspace or Delete.
    boolean isAt(int position) {
        return offset == position || (!inserts && offset + text.length() == position);
    }

    boolean isSpace() {
        return Character.isWhitespace(text.codePointAt(0));
    }

    boolean isLineBreak() {
        return text.equals("\n");
    }
}
