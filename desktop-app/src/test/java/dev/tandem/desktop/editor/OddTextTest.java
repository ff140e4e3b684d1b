package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.replacing;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.OddText;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.text.TextRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whatever comes into the text, by whatever way, is there as it came, can be walked through and
/// taken away again, and breaks nothing beside it.
@ExtendWith(OnStage.class)
final class OddTextTest {
    private static final double LINE_HEIGHT = 22;

    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
    }

    @ParameterizedTest
    @EnumSource
    void isPastedCopiedAndUndone(OddText odd, FxRobot robot) {
        String whole = "<" + odd.shared() + ">";
        open.begin("<>");
        open.select(1, 1);
        copy(odd.pasted());

        robot.push(SHORTCUT, V);
        assertThat(open.sent).containsExactly(replacing(2, 1, 0, odd.shared()));
        open.assertText(whole);
        robot.push(SHORTCUT, Z);
        open.assertText("<>");
        robot.push(SHORTCUT, Y).push(SHORTCUT, A).push(SHORTCUT, C);

        open.assertText(whole);
        assertThat(open.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void comesByKeysAndFromOthers(OddText odd) {
        String typed = typeable(odd.shared());
        open.begin("<>");
        open.select(1, 1);

        type(odd.pasted());
        open.assertText("<" + typed + ">");
        open.remote(0, 1, odd.shared());
        open.remote(odd.shared().length() + typed.length(), 0, odd.shared());

        open.assertText(odd.shared() + typed + odd.shared() + ">");
        int caret = odd.shared().length() + typed.length();
        open.assertSelection(caret, caret);
    }

    @ParameterizedTest
    @EnumSource
    void isWalkedThroughAndCountedByCharacters(OddText odd) {
        open.begin("<" + odd.shared() + ">");
        open.select(1, 1);
        List<Integer> there = new ArrayList<>();
        List<Integer> back = new ArrayList<>();

        Fx.run(() -> {
            for (int i = 0; i < odd.characters(); i++) {
                there.add(open.area.getCaretPosition());
                press(RIGHT);
            }
            assertThat(open.area.getCaretPosition()).isEqualTo(1 + odd.shared().length());
            for (int i = 0; i < odd.characters(); i++) {
                press(LEFT);
                back.addFirst(open.area.getCaretPosition());
            }
        });

        assertThat(back).isEqualTo(there);
        assertThat(Boundaries.count(odd.shared())).isEqualTo(odd.characters());
    }

    @ParameterizedTest
    @EnumSource
    void isTakenAwayFromBothSides(OddText odd) {
        open.begin("<" + odd.shared() + ">");
        open.select(1, 1);

        Fx.run(() -> {
            for (int i = 0; i < odd.characters(); i++) {
                press(DELETE);
                assertThat(TextRules.indexOfLoneSurrogate(open.area.text())).isNegative();
            }
        });
        open.assertText("<>");
        Fx.run(() -> {
            while (open.area.isUndoAvailable()) {
                open.editor.undo();
            }
        });
        open.assertText("<" + odd.shared() + ">");
        Fx.run(() -> {
            open.area.moveTo(1 + odd.shared().length());
            while (open.area.getCaretPosition() > 1) {
                press(BACK_SPACE);
                assertThat(TextRules.indexOfLoneSurrogate(open.area.text())).isNegative();
            }
        });

        open.assertText("<>");
    }

    @ParameterizedTest
    @EnumSource
    void standsOnItsLineAndIsHitWhole(OddText odd) {
        open.begin("above\n<" + odd.shared() + ">\nbelow");
        Fx.run(open.editor::layout);

        Fx.run(() -> {
            for (Node line : open.area.lookupAll(".paragraph-text")) {
                assertThat(((Region) line).getHeight()).isEqualTo(LINE_HEIGHT);
            }
            for (double x = 0; x < open.area.getWidth(); x += 3) {
                open.area.moveTo(
                        open.area.hit(x, 12 + LINE_HEIGHT).getInsertionIndex(),
                        SelectionPolicy.CLEAR);
                int caret = open.area.getCaretPosition();
                assertThat(Boundaries.isBetweenCharacters(open.area.text(), caret)).isTrue();
            }
        });
    }

    /// Each line in colours, one that begins from right to left, and one that is written into.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"\u05e9\u05dc\u05d5\u05dd\", 1, \"\u05d0\u05d1\" + 5  # tail",
                "\u05e9\u05dc\u05d5\u05dd = 1; x = [2, 3]",
                "\u0645\u0631\u062d\u0628\u0627 12, 13 \u0645 # \u0645",
                "print(\"\u05e9\u202e\u05dc\tx\u05dd\")",
                "\u05e9\u05c1 \u05dc",
                "\u05e9\u05c1\u05dc = x",
                "# \u05e9\u05dc\u05d5\u05dd, \u05d0!"
            })
    void isOneLineWhicheverWayItGoes(String line, FxRobot robot) {
        open.begin("return 1\n" + line + "\nreturn 2\n");
        Fx.run(() -> open.editor.setLanguage("python"));
        int last = 9 + line.length() + 1;
        Fx.waitUntil(() -> open.area.getStyleOfChar(last).contains("syntax-keyword"));
        for (int i = 0; i < 3; i++) {
            open.select(3, 3);
            robot.type(DOWN);
            assertThat(currentLine()).isEqualTo(1);
            robot.type(DOWN);
            assertThat(currentLine()).isEqualTo(2);
            robot.type(UP);
            assertThat(currentLine()).isEqualTo(1);
            robot.type(END);
            assertThat(open.on(() -> open.area.getCaretColumn()))
                    .isEqualTo(open.on(() -> open.area.getParagraphLength(1)));
            assertThat(open.on(() -> Boundaries.lineEnd(open.area.text(), 9)))
                    .isEqualTo(open.on(() -> open.area.getCaretPosition()));
            open.remote(9 + line.length() / 2, 0, "\u05d0 7");
            Fx.run(open.editor::layout);
        }
        open.assertText(open.on(() -> open.editor.text().toString()));
    }

    @Test
    void takesOneMarkAtATimeAndEmojiWhole(FxRobot robot) {
        open.begin("e\u0301\u0302👩🏿‍🚀");
        open.select(10, 10);

        robot.type(BACK_SPACE);
        open.assertText("e\u0301\u0302");
        robot.type(BACK_SPACE);
        open.assertText("e\u0301");
        robot.type(BACK_SPACE);

        open.assertText("e");
    }

    @Test
    void showsWhatIsNotSeenWithoutTurningTheCode() {
        open.begin("a\u202eb\u0000c\u200bd");
        Fx.run(open.editor::layout);

        assertThat(shownLine()).isEqualTo("a◄b¤c¦d");
        assertThat(open.on(() -> open.area.getText())).isEqualTo("a\u202eb\u0000c\u200bd");
        double a = x(0);
        for (int i = 1; i < 7; i++) {
            assertThat(x(i)).as("character %d", i).isGreaterThan(a);
            a = x(i);
        }
    }

    @Test
    void pointsOutWhatIsNotSeen() {
        open.begin("a\u00a0b\u202ec");
        Fx.run(() -> open.editor.setLanguage("python"));

        Fx.waitUntil(() -> open.area.getStyleOfChar(1).contains("syntax-unseen"));
        assertThat(open.on(() -> open.area.getStyleOfChar(3))).contains("syntax-unseen");
        assertThat(open.on(() -> open.area.getStyleOfChar(0))).doesNotContain("syntax-unseen");
    }

    @Test
    void showsTabsAsWideAsAStepOfIndentation() {
        open.begin("\tx\n    x\nab\tx");
        Fx.run(open.editor::layout);
        double four = x(7);
        assertThat(x(1)).isEqualTo(four);
        assertThat(x(12)).isEqualTo(four);

        Fx.run(() -> open.editor.indentProperty().set(2));
        Fx.run(open.editor::layout);

        assertThat(x(1)).isLessThan(four);
        assertThat(x(12)).isEqualTo(four);
    }

    private int currentLine() {
        return open.on(() -> open.area.getCurrentParagraph());
    }

    private double x(int offset) {
        Fx.run(open.area::layout);
        return open.on(() ->
                open.area.getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow().getMinX());
    }

    private String shownLine() {
        StringBuilder shown = new StringBuilder();
        Fx.waitUntil(() -> {
            Node line = open.area.lookup(".paragraph-text");
            if (line != null) {
                line.lookupAll(".text").stream()
                        .map(Text.class::cast)
                        .sorted(
                                Comparator.comparing(
                                        text -> text.localToScene(Point2D.ZERO).getX()))
                        .forEach(text -> shown.append(text.getText()));
            }
            return !shown.isEmpty();
        });
        return shown.toString();
    }

    /// What keyboards give, one event for each code unit of what is no letter of the first plane.
    private void type(String text) {
        Fx.run(() ->
                text.chars()
                        .forEach(unit ->
                                Event.fireEvent(
                                        open.area,
                                        key(KeyEvent.KEY_TYPED, String.valueOf((char) unit)))));
    }

    private void press(KeyCode code) {
        Event.fireEvent(
                open.area,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character) {
        return new KeyEvent(type, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    // Controls come by keys of their own, if at all.
    private static String typeable(String text) {
        return text.replaceAll("\\p{Cntrl}", "").replaceAll("[\u0080-\u009f]", "");
    }

    private static void copy(String text) {
        Fx.run(() ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }
}
