package dev.tandem.protocol.text;

/// A stretch of selected text, or a caret where both ends are one.
///
/// @param anchor the offset at which the selection began, in UTF-16 code units
/// @param head the offset to which it reaches, where the caret is; may lie before the anchor
public record Selection(int anchor, int head) {
    public Selection {
        if (anchor < 0 || head < 0) {
            throw new IllegalArgumentException("a selection from %d to %d".formatted(anchor, head));
        }
    }

    /// A selection of nothing: a caret at `offset`.
    public static Selection caret(int offset) {
        return new Selection(offset, offset);
    }

    /// The same on whole characters: an end between the halves of a surrogate pair of `text` goes
    /// before it.
    public Selection onCharacters(CharSequence text) {
        int wholeAnchor = TextRules.splitsPair(text, anchor) ? anchor - 1 : anchor;
        int wholeHead = TextRules.splitsPair(text, head) ? head - 1 : head;
        return new Selection(wholeAnchor, wholeHead);
    }

    /// Whether both ends stand in a text of `length` code units.
    public boolean isWithin(int length) {
        return anchor <= length && head <= length;
    }
}
