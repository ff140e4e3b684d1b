package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import java.util.Collection;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.SelectionImpl;

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
        caret.setBlinkRate(Duration.ZERO);
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

    /// Shows a caret alone until the next [#place]: what is selected cannot be shown while the
    /// lines change.
    void deselect() {
        if (selected.getLength() > 0) {
            selected.selectRange(caret.getPosition(), caret.getPosition());
        }
    }

    void wake() {
        tag.wake();
    }

    /// Moves the name to where the caret was laid out.
    void standTag() {
        boolean onScreen = caret.getScene() != null;
        if (onScreen) {
            Bounds bounds = overlay.sceneToLocal(caret.localToScene(caret.getLayoutBounds()));
            onScreen = overlay.getLayoutBounds().contains(bounds.getCenterX(), bounds.getCenterY());
            tag.standAt(bounds, overlay.getWidth());
        }
        tag.setVisible(onScreen);
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
