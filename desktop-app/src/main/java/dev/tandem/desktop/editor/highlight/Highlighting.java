package dev.tandem.desktop.editor.highlight;

import java.util.List;
import java.util.stream.Stream;

/// The colours of a part of a text.
///
/// @param version of the text they belong to
/// @param from offset of the part's first code unit
/// @param to offset after its last code unit
/// @param spans in order, apart from each other, within the part; what lies between is plain
public record Highlighting(long version, int from, int to, List<SyntaxSpan> spans) {
    public Highlighting {
        spans = List.copyOf(spans);
    }

    /// The colours of a part of this part.
    public Highlighting part(int begin, int end) {
        int first = Math.clamp(begin, from, to);
        int last = Math.clamp(end, first, to);
        return new Highlighting(
                version,
                first,
                last,
                spans.stream().flatMap(span -> clipped(span, first, last)).toList());
    }

    /// The same colours after an edit of the text; what was inserted has the colour it stands in.
    Highlighting after(TextEdit edit) {
        return new Highlighting(
                version + 1,
                edit.map(from, false),
                edit.map(to, true),
                spans.stream().flatMap(span -> moved(span, edit)).toList());
    }

    private static Stream<SyntaxSpan> clipped(SyntaxSpan span, int first, int last) {
        int from = Math.max(span.from(), first);
        int to = Math.min(span.to(), last);
        return from < to ? Stream.of(new SyntaxSpan(from, to, span.kind())) : Stream.empty();
    }

    private static Stream<SyntaxSpan> moved(SyntaxSpan span, TextEdit edit) {
        int from = edit.map(span.from(), true);
        int to = edit.map(span.to(), false);
        return from < to ? Stream.of(new SyntaxSpan(from, to, span.kind())) : Stream.empty();
    }
}
