package dev.tandem.desktop.editor;

import java.util.function.BooleanSupplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexRange;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/// What the right button offers in the editor. FX thread.
final class EditMenu extends ContextMenu {
    private final SharedArea area;

    private EditMenu(SharedArea area) {
        this.area = area;
        getStyleClass().add("edit-menu");
        getItems()
                .addAll(
                        item("Undo", area::undo, area::isUndoAvailable),
                        item("Redo", area::redo, area::isRedoAvailable),
                        new SeparatorMenuItem(),
                        item("Cut", area::cut, () -> area.isEditable() && isSelected()),
                        item("Copy", area::copy, this::isSelected),
                        item("Paste", area::paste, () -> area.isEditable() && isCopied()),
                        new SeparatorMenuItem(),
                        item("Select all", area::selectAll, () -> area.getLength() > 0));
    }

    static void on(SharedArea area) {
        area.setContextMenu(new EditMenu(area));
        area.addEventFilter(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> moveCaret(area, event));
    }

    private static void moveCaret(SharedArea area, ContextMenuEvent event) {
        IndexRange selected = area.getSelection();
        int place = area.hit(event.getX(), event.getY()).getInsertionIndex();
        boolean within = selected.getStart() <= place && place <= selected.getEnd();
        if (!event.isKeyboardTrigger() && !within) {
            area.moveTo(place, SelectionPolicy.CLEAR);
        }
    }

    private MenuItem item(String text, Runnable action, BooleanSupplier available) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        addEventHandler(
                WindowEvent.WINDOW_SHOWING, _ -> item.setDisable(!available.getAsBoolean()));
        return item;
    }

    private boolean isSelected() {
        return area.getSelection().getLength() > 0;
    }

    private static boolean isCopied() {
        return Clipboard.getSystemClipboard().hasString();
    }
}
