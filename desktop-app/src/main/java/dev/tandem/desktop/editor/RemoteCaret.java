package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import java.util.Collection;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.SelectionImpl;
import org.jspecify.annotations.Nullable;

/// Another person's caret, what they selected, and their name. There is a selection only where
/// something is selected: each line that comes into sight asks every selection whether it is in it.
/// FX thread.
final class RemoteCaret {
    private final String id;
    private final PersonMark mark;
    private final SharedArea area;
    private final Pane overlay;
    private final CaretNode caret;
    private final NameTag tag = new NameTag();
    private @Nullable SelectionImpl<Collection<String>, String, Collection<String>> selected;

    /// @param id unique among the carets of the area
    RemoteCaret(String id, PersonMark mark, SharedArea area, Pane overlay) {
        this.id = id;
        this.mark = mark;
        this.area = area;
        this.overlay = overlay;
        caret = new CaretNode(id, area, 0);
        caret.getStyleClass().add("remote-caret");
        caret.setShowCaret(CaretVisibility.ON);
        mark.color().paint(caret);
        tag.setText(mark.name());
        mark.color().paint(tag);
        area.addCaret(caret);
        overlay.getChildren().add(tag);
    }

    /// @param selection within the text on screen
    void place(Selection selection) {
        caret.moveTo(selection.head());
        if (selection.anchor() == selection.head()) {
            deselect();
        } else {
            selected()
                    .selectRange(
                            Math.min(selection.anchor(), selection.head()),
                            Math.max(selection.anchor(), selection.head()));
        }
    }

    private SelectionImpl<Collection<String>, String, Collection<String>> selected() {
        var now = selected;
        if (now == null) {
            now =
                    new SelectionImpl<>(
                            id,
                            area,
                            path -> {
                                path.getStyleClass().add("remote-selection");
                                mark.color().paint(path);
                            });
            area.addSelection(now);
            selected = now;
        }
        return now;
    }

    /// Where it is on screen; a selection has lost which end was the anchor.
    Selection place() {
        int head = caret.getPosition();
        if (selected == null) {
            return Selection.caret(head);
        }
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
        if (selected != null) {
            area.removeSelection(selected); // which disposes of it
            selected = null;
        }
    }

    NameTag tag() {
        return tag;
    }

    void dispose() {
        tag.dispose();
        overlay.getChildren().remove(tag);
        deselect();
        area.removeCaret(caret);
        caret.dispose();
    }
}
