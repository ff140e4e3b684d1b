package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextRules;
import java.text.BreakIterator;

/// Where a caret may stand in a text: beside characters as people see them, and beside words. An
/// offset costs what stands around it, not the length of the text.
final class Boundaries {
    /// Longer than any character that people write, in code units.
    private static final int LONGEST_CHARACTER = 128;

    /// No code unit below goes together with the one before it; `\r`, with `\n`, is in no text.
    private static final char FIRST_MARK = '\u0300';

    /// The selectors that say whether a character is shown as an emoji or as a sign, and others.
    private static final char FIRST_FORM = '\ufe00';

    private static final char LAST_FORM = '\ufe0f';

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
        int from = beforeCharacter(text, offset);
        BreakIterator characters = characters(text, from, offset);
        characters.last();
        return from + Math.max(0, characters.previous());
    }

    static int nextCharacter(CharSequence text, int offset) {
        BreakIterator characters = characters(text, offset, afterCharacter(text, offset));
        characters.first();
        int next = characters.next();
        return next == BreakIterator.DONE ? offset : offset + next;
    }

    /// The offset itself, or the beginning of the character that it is within.
    static int startOfCharacter(CharSequence text, int offset) {
        if (isBetweenCharacters(text, offset)) {
            return offset;
        }
        int from = beforeCharacter(text, offset);
        return from + characters(text, from, afterCharacter(text, offset)).preceding(offset - from);
    }

    static boolean isBetweenCharacters(CharSequence text, int offset) {
        if (offset == 0
                || offset == text.length()
                || (isSimple(text.charAt(offset - 1)) && isSimple(text.charAt(offset)))) {
            return true;
        }
        int from = beforeCharacter(text, offset);
        return characters(text, from, afterCharacter(text, offset)).isBoundary(offset - from);
    }

    /// What a backspace takes, from there to the offset: the whole character, but of one with marks
    /// only the last mark, since that was typed last. An emoji and a flag are one, whatever they
    /// are put together from.
    static int startOfLastTyped(CharSequence text, int offset) {
        if (offset == 0) {
            return 0;
        }
        int last = Character.codePointBefore(text, offset);
        return isMark(last) ? offset - Character.charCount(last) : previousCharacter(text, offset);
    }

    /// The end of the letters from an offset on that no other letter and no mark goes together
    /// with.
    static int endOfSimple(String text, int offset) {
        int at = offset;
        while (at < text.length() && isSimple(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// How many characters a text has.
    static int count(String text) {
        if (endOfSimple(text, 0) == text.length()) {
            return text.length();
        }
        BreakIterator characters = characters(text, 0, text.length());
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
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
        if (Character.isWhitespace(unit) || Character.isSpaceChar(unit)) {
            return Kind.BLANK;
        }
        boolean word = Character.isUnicodeIdentifierPart(unit) || Character.isSurrogate(unit);
        return word ? Kind.WORD : Kind.SIGN;
    }

    /// Whether a code unit is a character by itself, unless a mark follows.
    private static boolean isSimple(char unit) {
        return unit < FIRST_MARK;
    }

    // What makes emoji is no mark here: the form (U+FE0E and U+FE0F) and the key (U+20E3).
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
                    point < FIRST_FORM || point > LAST_FORM;
            default -> false;
        };
    }

    /// A place before the offset where a character begins, as near as one is easily found.
    private static int beforeCharacter(CharSequence text, int offset) {
        int least = Math.max(0, offset - LONGEST_CHARACTER);
        int at = Math.max(least, offset - 1);
        while (at > least && !isSimple(text.charAt(at))) {
            at--;
        }
        return floor(text, at);
    }

    private static int afterCharacter(CharSequence text, int offset) {
        return ceiling(text, Math.min(text.length(), offset + LONGEST_CHARACTER));
    }

    private static BreakIterator characters(CharSequence text, int from, int to) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text.subSequence(from, to).toString());
        return characters;
    }
}
