package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.Replacement;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Puts operations into a text control: all parts at once, with one layout, and without the control
/// knowing of a caret. FX thread.
final class AreaContent {
    private final GenericStyledArea<Collection<String>, String, Collection<String>> area;
    private final LinePieces pieces = new LinePieces();

    AreaContent(GenericStyledArea<Collection<String>, String, Collection<String>> area) {
        this.area = area;
    }

    /// Applies an operation, and then sets anchor and caret, before anyone sees either.
    void apply(TextOperation operation, Selection after) {
        area.beingUpdatedProperty()
                .suspendWhile(() -> {
                    deselect();
                    List<TextEdit> edits = TextEdits.of(operation);
                    replace(edits);
                    edits.forEach(this::cutLinesThatTurn);
                    area.selectRange(after.anchor(), after.head());
                });
    }

    // While lines change, the control looks for the ends of selections in lines that are not there
    // any more, and fails.
    private void deselect() {
        if (area.getSelection().getLength() > 0) {
            area.selectRange(area.getCaretPosition(), area.getCaretPosition());
        }
    }

    private void replace(List<TextEdit> edits) {
        if (!edits.isEmpty()) {
            area.getContent().replaceMulti(edits.stream().map(this::styled).toList());
        }
    }

    // New text looks like what stands before it until it is highlighted anew, as typed text does.
    private Replacement<Collection<String>, String, Collection<String>> styled(TextEdit edit) {
        int at = Math.min(edit.offset(), area.getLength());
        var document =
                pieces.document(
                        edit.inserted(),
                        area.getInitialParagraphStyle(),
                        area.getTextStyleForInsertionAt(at));
        return new Replacement<>(edit.offset(), edit.offset() + edit.deleted(), document);
    }

    // Where an edit joined pieces of a line, one may go in both directions now.
    private void cutLinesThatTurn(TextEdit edit) {
        int first = line(edit.offset());
        int last = line(edit.offset() + edit.inserted().length());
        for (int line = first; line <= last; line++) {
            var paragraph = area.getParagraph(line);
            if (turns(paragraph)) {
                cut(line, paragraph);
            }
        }
    }

    // This is asked with every key: a line's text is not put together for it.
    private static boolean turns(Paragraph<?, String, ?> line) {
        for (String piece : line.getSegments()) {
            if (LinePieces.turns(piece)) {
                return true;
            }
        }
        return false;
    }

    private void cut(int line, Paragraph<Collection<String>, String, Collection<String>> before) {
        List<String> cut = LinePieces.cut(before.getText());
        if (!cut.equals(before.getSegments())) {
            int start = area.getAbsolutePosition(line, 0);
            area.getContent().replace(start, start + before.length(), pieces.line(cut, before));
        }
    }

    private int line(int offset) {
        return area.offsetToPosition(offset, Bias.Forward).getMajor();
    }
}
