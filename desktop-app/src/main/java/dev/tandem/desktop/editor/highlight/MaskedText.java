package dev.tandem.desktop.editor.highlight;

import org.treesitter.TSInputEdit;
import org.treesitter.TSPoint;
import org.treesitter.TSReader;

/// A text as tree-sitter gets to see it: one byte for each UTF-16 code unit, ASCII as it is and a
/// letter in place of anything else.
///
/// So its byte offsets are our offsets, and the predicates of queries, which cut the text by bytes,
/// cut it where the nodes are. What is lost is what a sign beyond ASCII is; a name stays a name.
final class MaskedText {
    private static final char LETTER = 'a';

    private final StringBuilder text;

    MaskedText(String text) {
        this.text = new StringBuilder(mask(text));
    }

    int length() {
        return text.length();
    }

    /// Changes the text, and says so in tree-sitter's words.
    TSInputEdit edit(TextEdit edit) {
        TSPoint start = pointAt(edit.offset());
        TSPoint oldEnd = pointAt(edit.deletedEnd());
        text.replace(edit.offset(), edit.deletedEnd(), mask(edit.inserted()));
        TSPoint newEnd = pointAt(edit.insertedEnd());
        return new TSInputEdit(
                edit.offset(), edit.deletedEnd(), edit.insertedEnd(), start, oldEnd, newEnd);
    }

    TSReader reader() {
        return (buffer, offset, _) -> {
            int count = Math.max(0, Math.min(buffer.length, text.length() - offset));
            for (int i = 0; i < count; i++) {
                buffer[i] = (byte) text.charAt(offset + i);
            }
            return count;
        };
    }

    boolean hasLetterAt(int offset) {
        return Character.isLetter(text.charAt(offset));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private TSPoint pointAt(int offset) {
        int row = 0;
        int lineStart = 0;
        for (int end = text.indexOf("\n"); end >= 0 && end < offset; ) {
            row++;
            lineStart = end + 1;
            end = text.indexOf("\n", lineStart);
        }
        return new TSPoint(row, offset - lineStart);
    }

    private static String mask(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        text.chars().forEach(unit -> masked.append(unit < 128 ? (char) unit : LETTER));
        return masked.toString();
    }
}
