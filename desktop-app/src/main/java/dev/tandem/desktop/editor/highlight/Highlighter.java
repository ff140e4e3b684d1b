package dev.tandem.desktop.editor.highlight;

import java.util.List;

/// Knows one text and what its pieces are. Used by one thread at a time.
///
/// Offsets are UTF-16 code units.
public interface Highlighter extends AutoCloseable {
    /// Takes a change of the text.
    void edit(TextEdit edit);

    /// The pieces that are not plain between two offsets of the text, in order, apart from each
    /// other and cut at both ends.
    List<SyntaxSpan> spans(int from, int to);

    /// Gives back what the garbage collector does not see; nothing may be called after it.
    @Override
    void close();
}
