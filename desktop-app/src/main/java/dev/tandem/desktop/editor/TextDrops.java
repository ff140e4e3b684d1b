package dev.tandem.desktop.editor;

import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes text that is dragged onto the code and dropped there. FX thread.
final class TextDrops {
    private final CharacterArea area;

    private TextDrops(CharacterArea area) {
        this.area = area;
    }

    static void on(CharacterArea area) {
        TextDrops drops = new TextDrops(area);
        area.setOnDragOver(drops::over);
        area.setOnDragDropped(drops::dropped);
    }

    private void over(DragEvent event) {
        if (area.isEditable() && event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        String text = event.getDragboard().getString();
        boolean fromOutside = event.getGestureSource() == null;
        int place = area.hit(event.getX(), event.getY()).getInsertionIndex();
        event.setDropCompleted(text != null && area.drop(text, place, fromOutside));
        event.consume();
    }
}
