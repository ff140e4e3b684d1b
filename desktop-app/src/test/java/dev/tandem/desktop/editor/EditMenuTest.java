package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class EditMenuTest {
    private OpenEditor open;
    private ContextMenu menu;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        menu = open.area.getContextMenu();
    }

    @AfterEach
    void close() {
        Fx.run(menu::hide);
    }

    @Test
    void offersWhatCanBeDoneNow(FxRobot robot) {
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        open.begin("one two");

        assertThat(offered(robot)).containsExactly("Select all");
        robot.type(KeyCode.ESCAPE).write("a").push(KeyCode.SHORTCUT, KeyCode.A);
        copy("x");

        assertThat(offered(robot)).containsExactly("Undo", "Cut", "Copy", "Paste", "Select all");
    }

    @Test
    void offersOnlyWhatReadsToOneWhoMayNotWrite(FxRobot robot) {
        copy("x");
        open.begin("one two");
        open.select(4, 7);
        Fx.run(() -> open.editor.setEditable(false));

        assertThat(offered(robot)).containsExactly("Copy", "Select all");
    }

    @Test
    void undoesAndPastes(FxRobot robot) {
        copy("x");
        open.begin("");
        choose(robot, "Paste");
        open.assertText("x");

        choose(robot, "Undo");

        open.assertText("");
    }

    @Test
    void takesTheCaretToWhereItWasAskedFor(FxRobot robot) {
        open.begin("one\ntwo\nthree\n");

        robot.clickOn(open.editor, MouseButton.SECONDARY);

        open.assertSelection(14, 14);
    }

    private List<String> offered(FxRobot robot) {
        robot.clickOn(open.editor, MouseButton.SECONDARY);
        return open.on(() ->
                menu.getItems().stream()
                        .filter(item -> item.getText() != null && !item.isDisable())
                        .map(MenuItem::getText)
                        .toList());
    }

    private void choose(FxRobot robot, String text) {
        robot.clickOn(open.editor, MouseButton.SECONDARY);
        Fx.run(() ->
                menu.getItems().stream()
                        .filter(item -> text.equals(item.getText()))
                        .forEach(MenuItem::fire));
    }

    private static void copy(String text) {
        Fx.run(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }
}
