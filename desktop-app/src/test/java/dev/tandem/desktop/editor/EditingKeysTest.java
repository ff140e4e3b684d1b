package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.replacing;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.X;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class EditingKeysTest {
    private OpenEditor open;
    private Button after;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        after = new Button("After");
        open.show(stage, new VBox(new Button("Before"), open.editor, after));
    }

    @Test
    void sendsEachKeyAsOneOperation(FxRobot robot) {
        open.begin("");

        robot.write("ab");

        assertThat(open.sent).containsExactly(replacing(0, 0, 0, "a"), replacing(1, 1, 0, "b"));
        open.assertText("ab");
    }

    @Test
    void saysOfAnUndoWhichEditsItTakesBack(FxRobot robot) {
        open.begin("");

        robot.write("ab");
        robot.press(SHORTCUT).type(Z).type(Y).release(SHORTCUT);

        int typed = open.edits.getFirst().group();
        assertThat(open.edits.get(1).group()).isEqualTo(typed);
        assertThat(open.edits.get(2).undoes()).isEqualTo(typed);
        assertThat(open.edits.get(3).undoes()).isEqualTo(open.edits.get(2).group());
    }

    @Test
    void revertsAChangeAndUndoesThat(FxRobot robot) {
        open.begin("one two");
        open.select(7, 7);
        robot.write("!");

        Fx.run(() -> open.editor.revert(() -> replacing(8, 0, 4, ""), List.of(3, 5)));
        open.assertText("two!");
        assertThat(open.edits.getLast().reverts()).containsExactly(3, 5);
        open.assertSelection(0, 0);
        Fx.run(() -> open.editor.revert(() -> TextOperation.identity(4), List.of(3, 5)));
        assertThat(open.edits).hasSize(2);

        robot.press(SHORTCUT).type(Z).release(SHORTCUT);
        open.assertText("one two!");
        robot.press(SHORTCUT).type(Z).release(SHORTCUT);
        open.assertText("one two");
    }

    @Test
    void revertsNothingForAReaderNorBeyondTheLimit() {
        open.begin("one");

        Fx.run(() -> open.editor.setEditable(false));
        Fx.run(() -> open.editor.revert(() -> replacing(3, 0, 3, ""), List.of(1)));
        Fx.run(() -> open.editor.setEditable(true));
        String much = "x".repeat(Limits.DOCUMENT_LENGTH);
        Fx.run(() -> open.editor.revert(() -> replacing(3, 0, 0, much), List.of(1)));

        open.assertText("one");
        assertThat(open.refusals).hasSize(1);
    }

    @Test
    void replacesWhatIsSelectedInOneOperation(FxRobot robot) {
        open.begin("one two three");
        open.select(4, 7);

        robot.write("2");

        assertThat(open.sent).containsExactly(replacing(13, 4, 3, "2"));
        open.assertText("one 2 three");
    }

    @Test
    void deletesWholeCharacters(FxRobot robot) {
        open.begin("a😀👩‍💻é|😀b");
        open.select(10, 10);

        robot.type(BACK_SPACE, BACK_SPACE, BACK_SPACE);
        open.assertText("a😀😀b");
        robot.type(LEFT).type(DELETE);

        open.assertText("a😀b");
    }

    @Test
    void halvesNoCharacterWhereverTheCaretWasSet(FxRobot robot) {
        open.begin("a😀b");
        open.select(2, 2);
        robot.write("x");
        open.assertText("ax😀b");
        open.select(3, 3);

        robot.type(DELETE);

        open.assertText("axb");
    }

    @Test
    void deletesWholeWords(FxRobot robot) {
        open.begin("return top_words(text)");
        open.select(16, 16);

        robot.push(SHORTCUT, BACK_SPACE).push(SHORTCUT, DELETE);

        open.assertText("return text)");
    }

    @Test
    void movesByWholeCharactersAndWords(FxRobot robot) {
        open.begin("a👩‍💻 top(k)\n");

        robot.type(RIGHT, RIGHT);
        open.assertSelection(6, 6);
        robot.push(SHORTCUT, RIGHT).push(SHORTCUT, SHIFT, RIGHT);

        open.assertSelection(10, 11);
    }

    @Test
    void pastesOnlyWhatTheSharedTextMayHold(FxRobot robot) {
        open.begin("<>");
        open.select(1, 1);
        copy("a\r\nb\rc😀\ud83dd");

        robot.push(SHORTCUT, V);

        assertThat(open.sent).containsExactly(replacing(2, 1, 0, "a\nb\nc😀d"));
        open.assertText("<a\nb\nc😀d>");
    }

    @Test
    void cutsAndPastesPlainText(FxRobot robot) {
        open.begin("one two");
        open.select(0, 3);

        robot.push(SHORTCUT, X).type(END).push(SHORTCUT, V);

        open.assertText(" twoone");
    }

    @Test
    void refusesAPasteThatIsTooLongAndSaysSo(FxRobot robot) {
        open.begin("one two");
        open.select(0, 3);
        copy("x".repeat(Limits.DOCUMENT_LENGTH));

        robot.push(SHORTCUT, V);

        assertThat(open.sent).isEmpty();
        assertThat(open.refusals)
                .containsExactly(
                        "That would make the text too long: it can have 524,288 characters,"
                                + " and this would be 524,292.");
        open.assertText("one two");
        open.assertSelection(0, 3);
    }

    @Test
    void writesUpToTheLimitAndStillDeletesThere(FxRobot robot) {
        open.begin("x".repeat(Limits.DOCUMENT_LENGTH - 1));

        robot.write("ab");
        assertThat(open.refusals).hasSize(1);
        robot.type(BACK_SPACE);

        open.assertText("x".repeat(Limits.DOCUMENT_LENGTH - 1));
    }

    @Test
    void tabWritesBlanksToTheNextStop(FxRobot robot) {
        open.begin("ab");
        open.select(2, 2);

        robot.type(TAB);
        open.assertText("ab  ");
        Fx.run(() -> open.editor.indentProperty().set(2));
        robot.type(TAB);

        open.assertText("ab    ");
    }

    @Test
    void tabIndentsAndShiftTabOutdentsWhatIsSelected(FxRobot robot) {
        open.begin("if a:\n  b\n\nc");
        open.select(2, 9);

        robot.type(TAB);
        open.assertText("    if a:\n      b\n\nc");
        open.assertSelection(6, 17);
        assertThat(open.sent).hasSize(1);
        robot.push(SHIFT, TAB).push(SHIFT, TAB);

        open.assertText("if a:\nb\n\nc");
        assertThat(open.sent).hasSize(3);
    }

    @Test
    void enterKeepsTheIndentation(FxRobot robot) {
        open.begin("    return");
        open.select(10, 10);

        robot.type(ENTER).write("k");

        open.assertText("    return\n    k");
    }

    @Test
    void homeGoesToTheCodeAndThenToTheMargin(FxRobot robot) {
        open.begin("    return");
        open.select(10, 10);

        robot.type(HOME);
        open.assertSelection(4, 4);
        robot.type(HOME);
        open.assertSelection(0, 0);
        robot.push(SHIFT, HOME);

        open.assertSelection(0, 4);
    }

    @Test
    void undoTakesBackOnesOwnWorkOnly(FxRobot robot) {
        open.begin("");
        robot.write("mine");
        open.remote(0, 0, "theirs ");
        open.remote(11, 0, " theirs");

        robot.push(SHORTCUT, Z);
        open.assertText("theirs  theirs");
        robot.push(SHORTCUT, Z);
        open.assertText("theirs  theirs");
        robot.push(SHORTCUT, Y);
        open.assertText("theirs mine theirs");
        robot.push(SHORTCUT, Z).push(SHORTCUT, SHIFT, Z);

        open.assertText("theirs mine theirs");
        open.assertSelection(11, 11);
    }

    @Test
    void undoesAPasteByItself(FxRobot robot) {
        open.begin("");
        copy("b");
        robot.write("a").push(SHORTCUT, V).write("c");

        robot.push(SHORTCUT, Z);
        open.assertText("ab");
        robot.push(SHORTCUT, Z);

        open.assertText("a");
    }

    @Test
    void keepsOthersWorkAndTakesNoKeysWhileItCanOnlyBeRead(FxRobot robot) {
        open.begin("read");
        Fx.run(() -> open.editor.setEditable(false));
        copy("no");

        robot.write("x").type(BACK_SPACE, ENTER).push(SHORTCUT, V).push(SHORTCUT, X);
        robot.push(SHORTCUT, Z);
        open.remote(4, 0, " on");

        assertThat(open.sent).isEmpty();
        open.assertText("read on");
    }

    @Test
    void escapeAndThenTabLeavesTheEditor(FxRobot robot) {
        open.begin("");

        robot.type(ESCAPE, TAB);

        assertThat(open.on(after::isFocused)).isTrue();
        open.assertText("");
    }

    @Test
    void shiftTabLeavesBackwardsAndOtherKeysStay(FxRobot robot) {
        open.begin("");

        robot.type(ESCAPE).write("a").type(TAB);
        open.assertText("a   ");
        robot.type(ESCAPE).push(SHIFT, TAB);

        assertThat(open.on(() -> open.area.isFocused() || after.isFocused())).isFalse();
    }

    @Test
    void tabLeavesWhereNothingCanBeWritten(FxRobot robot) {
        Fx.run(() -> open.editor.setEditable(false));

        robot.type(TAB);

        assertThat(open.on(after::isFocused)).isTrue();
    }

    @Test
    void growsShrinksAndIsAsBefore(FxRobot robot) {
        robot.push(SHORTCUT, EQUALS).push(SHORTCUT, EQUALS).push(SHORTCUT, MINUS);
        assertThat(open.on(() -> open.editor.fontSizeProperty().get())).isEqualTo(15);

        robot.push(SHORTCUT, DIGIT0);

        assertThat(open.on(() -> open.editor.fontSizeProperty().get())).isEqualTo(14);
    }

    @Test
    void movesTextThatIsDragged() {
        open.begin("one two three\n");
        open.select(0, 4);

        Fx.run(() -> open.area.moveSelectedText(8));
        open.assertText("two one three\n");
        open.assertSelection(4, 8);
        Fx.run(() -> open.area.moveSelectedText(0));

        open.assertText("one two three\n");
        assertThat(open.sent).hasSize(2);
    }

    private static void copy(String text) {
        Fx.run(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }
}
