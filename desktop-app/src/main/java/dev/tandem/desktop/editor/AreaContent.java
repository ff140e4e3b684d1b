package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.Replacements.Replacement;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

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
                    replace(Replacements.of(operation));
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

    private void replace(List<Replacement> replacements) {
        if (!replacements.isEmpty()) {
            area.getContent().replaceMulti(replacements.stream().map(this::styled).toList());
        }
    }

    // New text looks like what stands before it until it is highlighted anew, as typed text does.
    private org.fxmisc.richtext.model.Replacement<Collection<String>, String, Collection<String>>
            styled(Replacement replacement) {
        int at = Math.min(replacement.at(), area.getLength());
        var document =
                ReadOnlyStyledDocument.fromString(
                        replacement.inserted(),
                        area.getInitialParagraphStyle(),
                        area.getTextStyleForInsertionAt(at),
                        area.getSegOps());
        return new org.fxmisc.richtext.model.Replacement<>(
                replacement.at(), replacement.at() + replacement.deleted(), document);
    }
}
