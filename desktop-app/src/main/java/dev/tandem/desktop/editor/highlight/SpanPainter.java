package dev.tandem.desktop.editor.highlight;

import dev.tandem.desktop.fx.Unseen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A strip of text to paint kinds on, one over the other; in the end it says what is to be seen.
final class SpanPainter {
    private final int from;
    private final @Nullable SyntaxKind[] kinds;

    SpanPainter(int from, int to) {
        this.from = from;
        this.kinds = new SyntaxKind[to - from];
    }

    void paint(int begin, int end, @Nullable SyntaxKind kind) {
        int first = Math.max(begin - from, 0);
        int last = Math.min(end - from, kinds.length);
        if (first < last) {
            Arrays.fill(kinds, first, last, kind);
        }
    }

    List<SyntaxSpan> spans() {
        List<SyntaxSpan> spans = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= kinds.length; i++) {
            if (i == kinds.length || kinds[i] != kinds[begin]) {
                SyntaxKind kind = kinds[begin];
                if (kind != null) {
                    spans.add(new SyntaxSpan(from + begin, from + i, kind));
                }
                begin = i;
            }
        }
        return spans;
    }

    /// The pieces between two offsets with the unseen characters among them.
    static List<SyntaxSpan> pointedOut(
            List<SyntaxSpan> spans, CharSequence text, int from, int to) {
        int[] unseen = IntStream.range(from, to).filter(at -> Unseen.isAt(text, at)).toArray();
        if (unseen.length == 0) {
            return spans;
        }
        SpanPainter painter = new SpanPainter(from, to);
        spans.forEach(span -> painter.paint(span.from(), span.to(), span.kind()));
        for (int at : unseen) {
            painter.paint(at, at + 1, SyntaxKind.UNSEEN);
        }
        return painter.spans();
    }
}
