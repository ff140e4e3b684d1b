package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextRules;
import java.text.BreakIterator;

/// Where a caret may stand in a text: beside characters as people see them, and beside words. An
/// offset costs what stands around it, not the length of the text.
final class Boundaries {
    /// Longer than any character that people write, in code units.
    private static final int LONGEST_CHARACTER = 128;

    private Boundaries() {}

    /// The offset itself, or the one before it if it is between the halves of a surrogate pair.
    static int floor(CharSequence text, int offset) {
        return TextRules.splitsPair(text, offset) ? offset - 1 : offset;
    }

    /// The offset itself, or the one after it if it is between the halves of a surrogate pair.
    static int ceiling(CharSequence text, int offset) {
        return TextRules.splitsPair(text, offset) ? offset + 1 : offset;
    }

    static int previousCharacter(CharSequence text, int offset) {
        int from = floor(text, Math.max(0, offset - LONGEST_CHARACTER));
        BreakIterator characters = characters(text, from, offset);
        characters.last();
        return from + Math.max(0, characters.previous());
    }

    static int nextCharacter(CharSequence text, int offset) {
        int to = ceiling(text, Math.min(text.length(), offset + LONGEST_CHARACTER));
        BreakIterator characters = characters(text, offset, to);
        characters.first();
        int next = characters.next();
        return next == BreakIterator.DONE ? offset : offset + next;
    }

    /// The beginning of the word or group of signs before the offset; a line break stands alone.
    static int previousWord(CharSequence text, int offset) {
        int at = offset;
        while (at > 0 && kind(text, at - 1) == Kind.BLANK) {
            at--;
        }
        if (at == 0 || (kind(text, at - 1) == Kind.LINE_BREAK && at < offset)) {
            return at;
        }
        return startOfRun(text, at);
    }

    /// The end of the word or group of signs after the offset; a line break stands alone.
    static int nextWord(CharSequence text, int offset) {
        int at = offset;
        while (at < text.length() && kind(text, at) == Kind.BLANK) {
            at++;
        }
        if (at == text.length() || (kind(text, at) == Kind.LINE_BREAK && at > offset)) {
            return at;
        }
        return endOfRun(text, at);
    }

    static int lineStart(CharSequence text, int offset) {
        int at = offset;
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at--;
        }
        return at;
    }

    static int lineEnd(CharSequence text, int offset) {
        int at = offset;
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    /// The word at the offset or, where there is none, the signs or blanks; within a line.
    static Selection wordAt(CharSequence text, int offset) {
        boolean atEnd = offset == text.length() || kind(text, offset) == Kind.LINE_BREAK;
        boolean atStart = offset == 0 || kind(text, offset - 1) == Kind.LINE_BREAK;
        if (atStart && atEnd) {
            return Selection.caret(offset);
        }
        boolean before =
                atEnd
                        || (!atStart
                                && kind(text, offset) != Kind.WORD
                                && kind(text, offset - 1) == Kind.WORD);
        int within = before ? offset - 1 : offset;
        return new Selection(startOfRun(text, within + 1), endOfRun(text, within));
    }

    /// The beginning of the run of one kind that ends at the offset, which is above 0.
    private static int startOfRun(CharSequence text, int offset) {
        Kind kind = kind(text, offset - 1);
        int at = offset - 1;
        while (kind != Kind.LINE_BREAK && at > 0 && kind(text, at - 1) == kind) {
            at--;
        }
        return at;
    }

    /// The end of the run of one kind that begins at the offset, which is below the length.
    private static int endOfRun(CharSequence text, int offset) {
        Kind kind = kind(text, offset);
        int at = offset + 1;
        while (kind != Kind.LINE_BREAK && at < text.length() && kind(text, at) == kind) {
            at++;
        }
        return at;
    }

    private enum Kind {
        LINE_BREAK,
        BLANK,
        WORD,
        SIGN
    }

    // Surrogates count as parts of words, so that no run ends between two halves.
    private static Kind kind(CharSequence text, int offset) {
        char unit = text.charAt(offset);
        if (unit == '\n') {
            return Kind.LINE_BREAK;
        }
        if (Character.isWhitespace(unit)) {
            return Kind.BLANK;
        }
        boolean word = Character.isUnicodeIdentifierPart(unit) || Character.isSurrogate(unit);
        return word ? Kind.WORD : Kind.SIGN;
    }

    private static BreakIterator characters(CharSequence text, int from, int to) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text.subSequence(from, to).toString());
        return characters;
    }
}
