package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Unseen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TextOps;
import org.fxmisc.richtext.util.UndoUtils;

/// A text in many looks that grows at its end and shrinks at its beginning. One can select and copy
/// in it. What is not to be seen in it, or would turn the text beside it, is shown by signs. FX
/// thread.
final class OutputArea extends GenericStyledArea<Collection<String>, String, Collection<String>> {
    private static final Collection<String> PLAIN = List.of();
    private static final TextOps<String, Collection<String>> OPS = SegmentOps.styledTextOps();

    OutputArea(String accessibleText) {
        super(PLAIN, (_, _) -> {}, PLAIN, OPS, false, OutputArea::node);
        setUndoManager(UndoUtils.noOpUndoManager());
        setEditable(false);
        setWrapText(true);
        setAccessibleText(accessibleText);
        styled(this, "output-area", "code");
    }

    private static Node node(StyledSegment<String, Collection<String>> piece) {
        return StyledTextArea.createStyledTextNode(
                Unseen.shown(piece.getSegment()),
                piece.getStyle(),
                (node, classes) -> node.getStyleClass().addAll(classes));
    }

    int lines() {
        return getParagraphs().size();
    }

    /// Adds at the end, without moving caret or view.
    void add(List<InkedText> pieces) {
        getContent().replace(getLength(), getLength(), document(pieces));
    }

    /// Takes lines away at the beginning.
    void drop(int lines) {
        int length = getAbsolutePosition(lines, 0);
        IndexRange kept = getSelection();
        deselect(); // its ends may stand in lines that go
        getContent().replace(0, length, document(List.of()));
        selectRange(Math.max(0, kept.getStart() - length), Math.max(0, kept.getEnd() - length));
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            List<InkedText> pieces) {
        var document =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        OPS, PLAIN);
        List<StyledSegment<String, Collection<String>>> line = new ArrayList<>();
        for (InkedText piece : pieces) {
            int from = 0;
            String text = piece.text();
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                line.add(new StyledSegment<>(text.substring(from, end), piece.classes()));
                document.addParagraph(line);
                line = new ArrayList<>();
                from = end + 1;
            }
            line.add(new StyledSegment<>(text.substring(from), piece.classes()));
        }
        if (line.isEmpty()) {
            line.add(new StyledSegment<>("", PLAIN));
        }
        return document.addParagraph(line).build();
    }
}
