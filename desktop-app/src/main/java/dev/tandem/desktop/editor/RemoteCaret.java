package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import java.util.Collection;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.SelectionImpl;
import org.jspecify.annotations.Nullable;

/// Another person's caret, what they selected, and their name. FX thread.
final class RemoteCaret {
    private final SharedArea area;
    private final Pane overlay;
    private final CaretNode caret;
    private final SelectionImpl<Collection<String>, String, Collection<String>> selected;
    private final NameTag tag = new NameTag();

    /// @param id unique among the carets of the area
    RemoteCaret(String id, PersonMark mark, SharedArea area, Pane overlay) {
        this.area = area;
        this.overlay = overlay;
        caret = new CaretNode(id, area, 0);
        caret.getStyleClass().add("remote-caret");
        caret.setShowCaret(CaretVisibility.ON);
        mark.color().paint(caret);
        selected =
                new SelectionImpl<>(
                        id,
                        area,
                        path -> {
                            path.getStyleClass().add("remote-selection");
                            mark.color().paint(path);
                        });
        tag.setText(mark.name());
        mark.color().paint(tag);
        area.addCaret(caret);
        area.addSelection(selected);
        overlay.getChildren().add(tag);
    }

    /// @param selection within the text on screen
    void place(Selection selection) {
        caret.moveTo(selection.head());
        selected.selectRange(
                Math.min(selection.anchor(), selection.head()),
                Math.max(selection.anchor(), selection.head()));
    }

    /// Where it is on screen; a selection has lost which end was the anchor.
    Selection place() {
        int head = caret.getPosition();
        int start = selected.getStartPosition();
        return new Selection(head == start ? selected.getEndPosition() : start, head);
    }

    /// The line of the caret, from 0.
    int line() {
        return caret.getParagraphIndex();
    }

    /// Where the caret was laid out, as the area counts; null where its line is far from the
    /// screen.
    @Nullable Bounds bounds() {
        return caret.getScene() == null
                ? null
                : area.sceneToLocal(caret.localToScene(caret.getLayoutBounds()));
    }

    /// Shows a caret alone until the next [#place]: what is selected cannot be shown while the
    /// lines change.
    void deselect() {
        if (selected.getLength() > 0) {
            selected.selectRange(caret.getPosition(), caret.getPosition());
        }
    }

    NameTag tag() {
        return tag;
    }

    void dispose() {
        tag.dispose();
        overlay.getChildren().remove(tag);
        area.removeSelection(selected);
        selected.dispose();
        area.removeCaret(caret);
        caret.dispose();
    }
}
