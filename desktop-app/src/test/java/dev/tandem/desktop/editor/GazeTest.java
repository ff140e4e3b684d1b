package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class GazeTest {
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");

    private OpenEditor open;
    private Scene scene;
    private int acts;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        scene = open.show(stage, open.editor);
        Fx.run(() -> {
            open.editor.setPeople(Map.of(MERT, Marks.MERT, SELIN, Marks.SELIN));
            open.editor.setOnAct(() -> acts++);
        });
        open.begin(lines(1_000));
    }

    @Test
    void goesToTheFollowedAndLeavesMyCaretAlone() {
        open.select(2, 4);
        mertAtLine(500);

        follow();

        Fx.waitUntil(() -> inTheMiddle(mert()));
        mertAtLine(20);
        Fx.waitUntil(() -> inTheMiddle(mert()));
        open.assertSelection(2, 4);
        assertThat(open.on(() -> acts)).isZero();
    }

    @Test
    void waitsForOneWhoHasNoCaretYet() {
        follow();
        Fx.waitForFrames();
        assertThat(open.on(this::topLine)).isZero();

        mertAtLine(500);

        Fx.waitUntil(() -> inTheMiddle(mert()));
    }

    @Test
    void restsWhileTheyStayInTheMiddleOfTheView() {
        mertAtLine(500);
        follow();
        Fx.waitUntil(() -> inTheMiddle(mert()));
        settle();
        int top = open.on(this::topLine);

        for (int line = 497; line < 503; line++) {
            mertAtLine(line);
            settle();
            assertThat(open.on(this::topLine)).isEqualTo(top);
        }
        mertWrites(502, "some words on one line ");
        settle();
        assertThat(open.on(this::topLine)).isEqualTo(top);
    }

    @Test
    void movesNoFurtherThanItHasTo() {
        mertAtLine(500);
        follow();
        Fx.waitUntil(() -> inTheMiddle(mert()));
        settle();
        int top = open.on(this::topLine);

        for (int line = 500; line < 520; line++) {
            int before = open.on(this::topLine);
            mertAtLine(line);
            settle();
            assertThat(open.on(this::topLine)).isBetween(before, before + 1);
        }

        assertThat(open.on(this::topLine)).isBetween(top + 10, top + 20);
        assertThat(open.on(() -> inTheMiddle(mert()))).isTrue();
    }

    @Test
    void comesToRestAtTheEndsOfTheText() {
        follow();
        mertAtLine(0);
        settle();
        assertThat(open.on(this::topLine)).isZero();

        mertAtLine(1_000);
        Fx.waitUntil(() -> open.area.lastVisibleParToAllParIndex() == 1_000);
        mertAtLine(1);
        Fx.waitUntil(() -> topLine() == 0);
        settle();

        Bounds first = open.on(() -> inEditor(open.area.lookup(".line-number")));
        assertThat(first.getMinY()).isBetween(0.0, 10.0);
    }

    @Test
    void goesSidewaysInALongLineAndBack() {
        open.begin("short\n" + "wide ".repeat(100) + "\nshort");
        mertAt(450);
        follow();
        Fx.waitUntil(() -> inSight(mert()));
        assertThat(open.on(this::scrolledRight)).isPositive();
        settle();

        double before = open.on(this::scrolledRight);
        for (int i = 451; i < 460; i++) {
            mertAt(i);
            settle();
        }
        assertThat(open.on(this::scrolledRight)).isEqualTo(before);
        mertAt(8);

        Fx.waitUntil(() -> scrolledRight() == 0 && inSight(mert()));
    }

    @Test
    void staysWithThemWhereverOthersWrite() {
        mertAtLine(500);
        follow();
        Fx.waitUntil(() -> inTheMiddle(mert()));
        open.select(open.on(() -> open.area.getAbsolutePosition(495, 0)), 0);
        Fx.run(() -> open.area.moveTo(495, 0));

        open.remote(0, 0, "above\n".repeat(300));
        settle();

        assertThat(open.on(() -> inSight(mert()))).isTrue();
        assertThat(open.on(() -> acts)).isZero();
    }

    @Test
    void isThereAtOnceWhereAllIsDifferent() {
        mertAtLine(20);
        follow();
        Fx.waitUntil(() -> inSight(mert()));
        settle();

        boolean there =
                open.on(() -> {
                    int length = open.area.getLength();
                    open.remoteNow(0, length, "other\n".repeat(2_000));
                    int offset = open.area.getAbsolutePosition(1_500, 0);
                    open.editor.showSelections(Map.of(MERT, List.of(Selection.caret(offset))));
                    open.editor.follow(MERT);
                    scene.getRoot().layout();
                    return inTheMiddle(mert());
                });

        assertThat(there).as("after one layout").isTrue();
    }

    @Test
    void leavesTheViewWhenTheFollowingEnds() {
        mertAtLine(500);
        follow();
        Fx.waitUntil(() -> inTheMiddle(mert()));

        Fx.run(() -> open.editor.follow(null));
        mertAtLine(50);
        settle();

        assertThat(open.on(this::topLine)).isBetween(480, 500);
    }

    @Test
    void hearsOfAllThatThePersonDoesInTheTextOrWithItsView(FxRobot robot) {
        assertActs(() -> robot.write("a"));
        assertActs(() -> robot.type(KeyCode.DOWN));
        assertActs(() -> robot.type(KeyCode.PAGE_DOWN));
        assertActs(() -> robot.type(KeyCode.BACK_SPACE));
        assertActs(() -> robot.type(KeyCode.ENTER));
        assertActs(() -> robot.type(KeyCode.TAB));
        assertActs(() -> open.wheel(open.area.lookup(".paragraph-text"), -40));
        assertActs(() -> robot.clickOn(open.editor));
        assertActs(() -> robot.drag(verticalBar()).dropBy(0, 30));
        assertActs(() -> Fx.run(open.editor::undo));
        open.select(0, 4);
        assertActs(() -> Fx.run(open.area::cut));
    }

    @Test
    void hearsNothingOfWhatOthersDo(FxRobot robot) {
        mertAtLine(500);
        robot.moveTo(open.editor);
        acts = 0;

        open.remote(0, 0, "theirs\n");
        mertAtLine(3);
        robot.press(KeyCode.SHIFT).release(KeyCode.SHIFT);
        robot.type(KeyCode.ESCAPE);
        Fx.waitForFrames();

        assertThat(open.on(() -> acts)).isZero();
    }

    private void assertActs(Runnable deed) {
        acts = 0;
        deed.run();
        Fx.waitUntil(() -> acts > 0);
    }

    private void follow() {
        Fx.run(() -> open.editor.follow(MERT));
    }

    /// Until the view rests, should it move at all.
    private void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.waitForFrames();
        }
    }

    private void mertAtLine(int line) {
        mertAt(open.on(() -> open.area.getAbsolutePosition(line, 0)));
    }

    private void mertAt(int offset) {
        Fx.run(() -> open.editor.showSelections(Map.of(MERT, List.of(Selection.caret(offset)))));
    }

    private void mertWrites(int line, String words) {
        int at = open.on(() -> open.area.getAbsolutePosition(line, 0));
        for (int i = 0; i < words.length(); i++) {
            open.remote(at + i, 0, words.substring(i, i + 1));
            mertAt(at + i + 1);
        }
    }

    private RemoteCaret mert() {
        return open.editor.carets().of(MERT);
    }

    private boolean inTheMiddle(RemoteCaret caret) {
        Bounds bounds = caret.bounds();
        return bounds != null && bounds.getMinY() >= 119 && bounds.getMaxY() <= 361;
    }

    private boolean inSight(RemoteCaret caret) {
        Bounds bounds = caret.bounds();
        return bounds != null && Sight.of(open.area).has(bounds);
    }

    private int topLine() {
        return open.area.firstVisibleParToAllParIndex();
    }

    private double scrolledRight() {
        return open.area.estimatedScrollXProperty().getValue();
    }

    private Node verticalBar() {
        return open.editor.lookupAll(".scroll-bar").stream()
                .filter(bar -> ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL)
                .map(bar -> bar.lookup(".thumb"))
                .findFirst()
                .orElseThrow();
    }

    private Bounds inEditor(Node node) {
        return open.editor.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
