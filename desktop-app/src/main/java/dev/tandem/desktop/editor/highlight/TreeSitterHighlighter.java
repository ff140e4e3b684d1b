package dev.tandem.desktop.editor.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSQueryCapture;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSTree;

/// Parses the text with its language's grammar, after an edit only what the edit touched, and asks
/// the tree about the part on screen.
final class TreeSitterHighlighter implements Highlighter {
    private static final int BUFFER_BYTES = 16_384;

    /// No code of an interview takes this long, but a text can be made to take minutes.
    private static final long LONGEST_PARSE_NS = Duration.ofSeconds(5).toNanos();

    /// Outer pieces first, so that inner ones are painted over them; for the same piece the kind
    /// that says more, then the later pattern.
    private static final Comparator<Finding> PAINTING_ORDER =
            Comparator.comparingInt(Finding::from)
                    .thenComparing(Finding::to, Comparator.reverseOrder())
                    .thenComparing(Finding::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparingInt(Finding::pattern);

    private final Grammar grammar;
    private final MaskedText text;
    private final TSParser parser = new TSParser();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private TSTree tree;
    private boolean outdated;

    TreeSitterHighlighter(Grammar grammar, String text) {
        this.grammar = grammar;
        this.text = new MaskedText(text);
        parser.setLanguage(grammar.language());
        tree = parse(null);
    }

    @Override
    public void edit(TextEdit edit) {
        tree.edit(text.edit(edit));
        outdated = true;
    }

    /// However many edits there were, the text is parsed once.
    private void update() {
        if (outdated) {
            TSTree old = tree;
            tree = parse(old);
            old.close();
            outdated = false;
        }
    }

    @Override
    public List<SyntaxSpan> spans(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        update();
        SpanPainter painter = new SpanPainter(from, to);
        findings(from, to).stream()
                .sorted(PAINTING_ORDER)
                .forEach(found -> painter.paint(found.from(), found.to(), found.kind()));
        return painter.spans();
    }

    private TSTree parse(@Nullable TSTree old) {
        long begun = System.nanoTime();
        @Nullable TSTree parsed =
                parser.parseWithOptions(
                        buffer,
                        old,
                        text.reader(),
                        TSInputEncoding.TSInputEncodingUTF8,
                        _ -> System.nanoTime() - begun > LONGEST_PARSE_NS);
        if (parsed == null) {
            throw new IllegalStateException("The text takes too long to parse");
        }
        return parsed;
    }

    private List<Finding> findings(int from, int to) {
        List<Finding> findings = new ArrayList<>();
        try (TSQueryCursor cursor = new TSQueryCursor()) {
            cursor.setByteRange(from, to);
            cursor.exec(grammar.query(), tree.getRootNode(), text.toString());
            TSQueryMatch match = new TSQueryMatch();
            while (cursor.nextMatch(match)) {
                for (TSQueryCapture capture : match.getCaptures()) {
                    add(findings, match.getPatternIndex(), capture);
                }
            }
        }
        return findings;
    }

    private void add(List<Finding> findings, int pattern, TSQueryCapture capture) {
        TSNode node = capture.getNode();
        int from = node.getStartByte();
        int to = Math.min(node.getEndByte(), text.length());
        if (from >= to) {
            return;
        }
        switch (grammar.captures().get(capture.getIndex())) {
            case Capture.Of(SyntaxKind kind) -> findings.add(new Finding(from, to, pattern, kind));
            case Capture.Plain() -> findings.add(new Finding(from, to, pattern, null));
            case Capture.Operator() -> findings.add(new Finding(from, to, pattern, operator(from)));
            case Capture.Nothing() -> {}
        }
    }

    private @Nullable SyntaxKind operator(int from) {
        return text.hasLetterAt(from) ? SyntaxKind.KEYWORD : null;
    }

    @Override
    public void close() {
        tree.close();
        parser.close();
    }

    private record Finding(int from, int to, int pattern, @Nullable SyntaxKind kind) {}
}
