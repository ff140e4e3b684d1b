package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.TextOperation;

/// What Tab, Shift+Tab, Enter and Home do with the blanks at the beginning of lines: pure functions
/// of the text and the width of a step.
final class Indentation {
    private Indentation() {}

    /// The blanks from an offset to the next stop.
    static String toNextStop(CharSequence text, int offset, int width) {
        int column = 0;
        for (int at = Boundaries.lineStart(text, offset); at < offset; at++) {
            column += text.charAt(at) == '\t' ? width - column % width : 1;
        }
        return " ".repeat(width - column % width);
    }

    /// A line break and the blanks that the line of `offset` begins with, up to there.
    static String lineBreak(CharSequence text, int offset) {
        int start = Boundaries.lineStart(text, offset);
        int end = Math.min(offset, endOfBlanks(text, start));
        return "\n" + text.subSequence(start, end);
    }

    /// The first sign of the line that is not blank; the line's beginning for one who is there.
    static int home(CharSequence text, int offset) {
        int start = Boundaries.lineStart(text, offset);
        int code = endOfBlanks(text, start);
        return offset == code ? start : code;
    }

    /// Every line that the range touches one step to the right, but for the empty ones.
    static TextOperation indent(CharSequence text, int from, int to, int width) {
        var operation = new TextOperation.Builder();
        int kept = 0;
        for (int line = firstLine(text, from); line >= 0; line = nextLine(text, line, to)) {
            if (line < text.length() && text.charAt(line) != '\n') {
                operation.keep(line - kept).insert(" ".repeat(width));
                kept = line;
            }
        }
        return operation.keep(text.length() - kept).build();
    }

    /// Every line that the range touches one step to the left, as far as it has blanks.
    static TextOperation outdent(CharSequence text, int from, int to, int width) {
        var operation = new TextOperation.Builder();
        int kept = 0;
        for (int line = firstLine(text, from); line >= 0; line = nextLine(text, line, to)) {
            int blanks = leadingStep(text, line, width);
            operation.keep(line - kept).delete(blanks);
            kept = line + blanks;
        }
        return operation.keep(text.length() - kept).build();
    }

    private static int firstLine(CharSequence text, int from) {
        return Boundaries.lineStart(text, from);
    }

    // A selection that ends before the first sign of a line does not touch that line.
    private static int nextLine(CharSequence text, int line, int to) {
        int next = Boundaries.lineEnd(text, line) + 1;
        return next < to ? next : -1;
    }

    private static int leadingStep(CharSequence text, int line, int width) {
        if (line < text.length() && text.charAt(line) == '\t') {
            return 1;
        }
        int end = line;
        while (end < text.length() && end - line < width && text.charAt(end) == ' ') {
            end++;
        }
        return end - line;
    }

    private static int endOfBlanks(CharSequence text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
