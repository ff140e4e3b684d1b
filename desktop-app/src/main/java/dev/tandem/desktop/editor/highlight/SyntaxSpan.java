package dev.tandem.desktop.editor.highlight;

/// A piece of text of one kind.
///
/// @param from offset of its first code unit
/// @param to offset after its last code unit, greater than `from`
public record SyntaxSpan(int from, int to, SyntaxKind kind) {
    public SyntaxSpan {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("No span from " + from + " to " + to);
        }
    }
}
