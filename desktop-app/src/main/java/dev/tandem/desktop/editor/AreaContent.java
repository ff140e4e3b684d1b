package dev.tandem.desktop.editor;

import dev.tandem.desktop.editor.Replacements.Replacement;
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
    void apply(TextOperation operation, int anchor, int caret) {
        List<Replacement> replacements = Replacements.of(operation);
        area.beingUpdatedProperty()
                .suspendWhile(() -> {
                    replace(replacements);
                    area.selectRange(anchor, caret);
                });
    }

    private void replace(List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return;
        }
        area.getContent().replaceMulti(replacements.stream().map(this::styled).toList());
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
