package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.Replacement;

/// Puts operations into a text control: all parts at once, with one layout, and without the control
/// knowing of a caret. FX thread.
final class AreaContent {
    private final CodeArea area;

    AreaContent(CodeArea area) {
        this.area = area;
    }

    /// Applies an operation, and then sets anchor and caret, before anyone sees either.
    void apply(TextOperation operation, Selection after) {
        area.beingUpdatedProperty()
                .suspendWhile(() -> {
                    deselect();
                    replace(TextEdits.of(operation));
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
                ReadOnlyStyledDocument.fromString(
                        edit.inserted(),
                        area.getInitialParagraphStyle(),
                        area.getTextStyleForInsertionAt(at),
                        area.getSegOps());
        return new Replacement<>(edit.offset(), edit.offset() + edit.deleted(), document);
    }
}
