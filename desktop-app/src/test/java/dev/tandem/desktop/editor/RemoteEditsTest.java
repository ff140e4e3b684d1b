package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class RemoteEditsTest {
    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
    }

    @ParameterizedTest(name = "{1} deleted, \"{2}\" inserted at {0}: {3} to {4}")
    @CsvSource({
        "2, 0, xxxxxxxxxxxx, 16, 21",
        "4, 0, xxx, 4, 12",
        "9, 0, xxx, 4, 9",
        "6, 0, xx, 4, 11",
        "0, 4, x, 1, 6",
        "2, 4, '', 2, 5",
        "2, 9, xx, 4, 4",
        "12, 0, x, 4, 9"
    })
    void keepsTheSelectionOnItsText(int at, int deleted, String inserted, int anchor, int head) {
        open.begin("012345678901234");
        open.select(4, 9);
        open.remote(at, deleted, inserted);
        open.assertSelection(anchor, head);

        open.begin("012345678901234");
        open.select(9, 4);
        open.remote(at, deleted, inserted);
        open.assertSelection(head, anchor);
    }

    @Test
    void leavesTheCaretLeftOfWhatOthersWriteThere(FxRobot robot) {
        open.begin("ab");
        open.select(1, 1);

        open.remote(1, 0, "theirs");
        robot.write("mine");

        open.assertText("aminetheirsb");
        open.assertSelection(5, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsTheSameLineOnTopWhateverChangesAroundIt(long seed) {
        var random = new SplittableRandom(seed);
        open.begin(lines(400));
        Fx.run(() -> open.area.showParagraphAtTop(200));
        Fx.waitUntil(() -> topLine().equals("line 200"));

        for (int i = 0; i < 15; i++) {
            String text = open.on(() -> open.editor.text().toString());
            boolean above = random.nextBoolean();
            int from = above ? 0 : text.indexOf("line 230");
            int to = above ? text.indexOf("line 195") : text.length();
            int at = random.nextInt(from, to);
            int deleted = random.nextInt(Math.min(60, to - at));
            open.remote(at, deleted, "new\n".repeat(random.nextInt(4)));
            Fx.run(open.editor::layout);

            assertThat(open.on(this::topLine)).isEqualTo("line 200");
        }
    }

    @Test
    void keepsTheCaretInSightWhateverComesAboveIt() {
        open.begin("");
        open.remote(0, 0, lines(200));
        Fx.run(open.editor::layout);
        assertThat(open.on(this::topLine)).isEqualTo("line 0");

        open.select(40, 40);
        open.remote(0, 0, lines(100));
        Fx.run(open.editor::layout);

        assertThat(open.on(this::visibleLines)).contains(open.on(this::caretLine));
    }

    @Test
    void staysWhereItIsWhenTheCaretIsOffScreen() {
        open.begin(lines(400));
        Fx.run(() -> open.area.showParagraphAtTop(200));
        Fx.waitUntil(() -> topLine().equals("line 200"));

        open.remote(0, 0, "above\n");
        open.remote(open.on(() -> open.area.getLength()), 0, "below\n");

        assertThat(open.on(this::topLine)).isEqualTo("line 200");
    }

    @Test
    void takesAThousandEditsOfOthersAndGoesOn(FxRobot robot) {
        open.begin(lines(10_000));
        int middle = open.on(() -> open.editor.text().toString().indexOf("line 5000"));
        open.select(middle, middle);
        var random = new SplittableRandom(1);
        Fx.run(() -> {
            for (int i = 0; i < 1_000; i++) {
                open.remoteNow(random.nextInt(middle), 0, i % 10 == 0 ? "\n" : "x");
            }
        });

        robot.write("k");

        open.assertText(open.on(() -> open.editor.text().toString()));
        open.assertSelection(middle + 1_001, middle + 1_001);
        assertThat(open.on(() -> open.editor.text().subSequence(middle + 1_000, middle + 1_010)))
                .isEqualTo("kline 5000");
    }

    @Test
    void tellsWhereTheCaretIsOnlyWhenThePersonMovesIt(FxRobot robot) {
        open.begin("012345");
        open.select(1, 3);
        Fx.waitUntil(() -> open.points.contains(new Selection(1, 3)));
        open.points.clear();

        open.remote(0, 0, "xx");
        open.remote(3, 1, "");
        Fx.waitUntil(() -> open.editor.caretPlaceProperty().get().column() == 5);
        assertThat(open.points).isEmpty();
        robot.write("a");

        Fx.waitUntil(() -> open.points.contains(Selection.caret(4)));
        assertThat(open.points).hasSize(1);
    }

    @Test
    void tellsWhereTheCaretIsWhenOthersCannotKnowIt() {
        open.begin("012345");
        open.select(4, 4);
        Fx.waitUntil(() -> open.points.contains(Selection.caret(4)));
        open.points.clear();

        open.remote(3, 2, "xyz"); // as one edit, or as several: one place or another

        Fx.waitUntil(() -> open.points.equals(List.of(Selection.caret(6))));
    }

    @Test
    void tellsOfASelectionThatAnIndentationCarriedAlong(FxRobot robot) {
        open.begin("one\ntwo\n");
        open.select(0, 7);
        Fx.waitUntil(() -> open.points.contains(new Selection(0, 7)));
        open.points.clear();

        robot.type(KeyCode.TAB);

        Fx.waitUntil(() -> open.points.contains(new Selection(0, 15)));
    }

    @Test
    void tellsThoseWhoComeWhereTheCaretIsOnceItWasMoved() {
        open.begin("012345");
        Fx.run(open.editor::tellCaretAgain);
        open.select(2, 2);
        Fx.waitUntil(() -> !open.points.isEmpty());
        assertThat(open.points).containsExactly(Selection.caret(2));

        Fx.run(open.editor::tellCaretAgain);

        Fx.waitUntil(() -> open.points.size() == 2);
        assertThat(open.points).containsExactly(Selection.caret(2), Selection.caret(2));
    }

    @Test
    void neverPutsTheCaretWithinACharacter(FxRobot robot) {
        open.begin("😀".repeat(20) + "\n" + "ab".repeat(20) + "\n" + "😀".repeat(20));
        Fx.waitUntil(() -> open.area.lookup(".paragraph-text") != null);
        Bounds line = open.on(this::firstLine);
        for (int x = 0; x < 60; x += 3) {
            robot.clickOn(new Point2D(line.getMinX() + x, line.getCenterY()));
            assertThat(open.on(() -> open.area.getCaretPosition()) % 2).isZero();
        }
        for (int column = 0; column < 12; column++) {
            open.select(41 + column, 41 + column);
            robot.type(KeyCode.UP);
            assertThat(open.on(() -> open.area.getCaretPosition()) % 2).isZero();
            robot.press(KeyCode.SHIFT).type(KeyCode.PAGE_DOWN).release(KeyCode.SHIFT);
            assertThat((open.on(() -> open.area.getCaretPosition()) - 82) % 2).isZero();
        }
        Fx.run(() -> open.area.moveTo(5));
        open.assertSelection(4, 4);
        Fx.run(() -> open.area.moveTo(9, SelectionPolicy.ADJUST));
        open.assertSelection(4, 8);
    }

    @Test
    void saysLineAndColumnAsPeopleCount() {
        open.begin("one\n😀😀 two");
        open.select(0, 8);

        Fx.waitUntil(() -> open.editor.caretPlaceProperty().get().equals(new CaretPlace(2, 3)));
        open.remote(0, 4, "");
        Fx.waitUntil(() -> open.editor.caretPlaceProperty().get().equals(new CaretPlace(1, 3)));
        open.select(1, 1);

        Fx.waitUntil(() -> open.editor.caretPlaceProperty().get().equals(new CaretPlace(1, 1)));
    }

    private Bounds firstLine() {
        Node text = open.area.lookup(".paragraph-text");
        return text.localToScreen(text.getLayoutBounds());
    }

    private String topLine() {
        return open.area.getText(open.area.firstVisibleParToAllParIndex());
    }

    private List<Integer> visibleLines() {
        return IntStream.rangeClosed(
                        open.area.firstVisibleParToAllParIndex(),
                        open.area.lastVisibleParToAllParIndex())
                .boxed()
                .toList();
    }

    private int caretLine() {
        return open.area.getCurrentParagraph();
    }
}
