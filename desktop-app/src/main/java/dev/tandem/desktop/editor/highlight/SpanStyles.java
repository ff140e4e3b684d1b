package dev.tandem.desktop.editor.highlight;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/// Puts colours into a RichTextFX area as style classes. FX thread.
public final class SpanStyles {
    private static final Collection<String> PLAIN = List.of();

    /// A longer line has no colours. Each change of colour is a node of its own, and a line is laid
    /// out anew with every key in it, which costs the square of its nodes.
    public static final int LONGEST_LINE = 1_000;

    private SpanStyles() {}

    /// Colours a part of the area's text. Lines that look so already are left alone: after a key
    /// these are nearly all, and restyling is what costs most.
    public static void apply(
            GenericStyledArea<?, ?, Collection<String>> area, Highlighting highlighting) {
        apply(area, highlighting, of(highlighting));
    }

    /// The same with other styles.
    ///
    /// @param spans as long as the part
    public static void apply(
            GenericStyledArea<?, ?, Collection<String>> area,
            Highlighting highlighting,
            StyleSpans<Collection<String>> spans) {
        int from = highlighting.from();
        int to = Math.min(highlighting.to(), area.getLength());
        if (from >= to) {
            return;
        }
        for (int line = from; line < to; ) {
            Position position = area.offsetToPosition(line, Bias.Forward);
            int length = area.getParagraphLength(position.getMajor());
            int end = line - position.getMinor() + length;
            if (length > LONGEST_LINE) {
                restyle(area, end - length, end, StyleSpans.singleton(PLAIN, length));
            } else {
                restyle(
                        area,
                        line,
                        Math.min(end, to),
                        spans.subView(line - from, Math.min(end, to) - from));
            }
            line = end + 1;
        }
    }

    /// The same as RichTextFX has it, from the part's beginning to its end.
    public static StyleSpans<Collection<String>> of(Highlighting highlighting) {
        StyleSpansBuilder<Collection<String>> styles = new StyleSpansBuilder<>();
        int end = highlighting.from();
        for (SyntaxSpan span : highlighting.spans()) {
            styles.add(PLAIN, span.from() - end);
            styles.add(List.of(span.kind().styleClass()), span.to() - span.from());
            end = span.to();
        }
        styles.add(PLAIN, highlighting.to() - end);
        return styles.create();
    }

    private static void restyle(
            GenericStyledArea<?, ?, Collection<String>> area,
            int from,
            int to,
            StyleSpans<Collection<String>> wanted) {
        if (from < to && !area.getStyleSpans(from, to).equals(wanted)) {
            area.setStyleSpans(from, copy(wanted));
        }
    }

    /// A line keeps the spans that it is given, and a part of others would keep all of these.
    private static StyleSpans<Collection<String>> copy(StyleSpans<Collection<String>> part) {
        return new StyleSpansBuilder<Collection<String>>().addAll(part).create();
    }
}
