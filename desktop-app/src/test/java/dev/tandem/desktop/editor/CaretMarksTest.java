package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class CaretMarksTest {
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");

    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        Fx.run(() -> open.editor.setPeople(Map.of(MERT, Marks.MERT, SELIN, Marks.SELIN)));
    }

    @Test
    void marksWhoIsOutOfSightAsHighAsTheirLineIsInTheText() {
        open.begin(lines(10_000));
        show(Map.of(MERT, atLine(5_000), SELIN, atLine(3)));

        awaitMarks(Map.of(MERT, "Mert, line 5,001"));
        Bounds mark = open.on(() -> markOf("Mert").getBoundsInParent());
        assertThat(mark.getCenterY()).isBetween(238.0, 242.0);
        assertThat(mark.getMinX()).isGreaterThanOrEqualTo(708);
        assertThat(mark.getMaxX()).isLessThanOrEqualTo(720);

        Fx.run(() -> open.area.showParagraphAtTop(4_990));

        awaitMarks(Map.of(SELIN, "Selin, line 4"));
    }

    @Test
    void followsTheirLinesWhateverIsWrittenAbove() {
        open.begin(lines(200));
        show(Map.of(MERT, atLine(150)));
        awaitMarks(Map.of(MERT, "Mert, line 151"));

        open.remote(0, 0, "one\ntwo\n");
        awaitMarks(Map.of(MERT, "Mert, line 153"));
        Fx.run(() -> open.area.replaceText(0, 4, ""));

        awaitMarks(Map.of(MERT, "Mert, line 152"));
    }

    @Test
    void goesThereByAClickAndLeavesMyCaretAlone(FxRobot robot) {
        open.begin(lines(1_000));
        open.select(3, 5);
        show(Map.of(MERT, atLine(700)));
        awaitMarks(Map.of(MERT, "Mert, line 701"));
        List<String> acts = new CopyOnWriteArrayList<>();
        Fx.run(() -> open.editor.setOnAct(() -> acts.add("acted")));

        robot.clickOn(markOf("Mert"));

        awaitMarks(Map.of());
        Fx.waitUntil(() -> Math.abs(caretOf("Mert").getCenterY() - 240) < 30);
        open.assertSelection(3, 5);
        assertThat(acts).isNotEmpty();
    }

    @Test
    void putsThoseAtOneHeightBesideEachOther(FxRobot robot) {
        open.begin(lines(1_000));
        show(Map.of(MERT, atLine(999), SELIN, atLine(998)));
        awaitMarks(Map.of(MERT, "Mert, line 1,000", SELIN, "Selin, line 999"));
        Bounds mert = open.on(() -> markOf("Mert").getBoundsInParent());
        Bounds selin = open.on(() -> markOf("Selin").getBoundsInParent());

        assertThat(selin.getMaxY()).isLessThanOrEqualTo(mert.getMinY());
        assertThat(mert.getMaxY()).isLessThanOrEqualTo(480);
        robot.clickOn(markOf("Selin"));
        awaitMarks(Map.of());
    }

    @Test
    void marksNobodyWhereAllLinesAreInSight() {
        open.begin(lines(10));
        show(Map.of(MERT, atLine(9), SELIN, atLine(0)));
        Fx.waitForFrames();

        assertThat(open.on(() -> open.editor.marks().shown())).isEmpty();

        open.remote(0, 0, lines(100));
        awaitMarks(Map.of(MERT, "Mert, line 110", SELIN, "Selin, line 101"));
        open.remote(0, open.on(() -> open.editor.text().toString().lastIndexOf("line 0")), "");

        awaitMarks(Map.of());
    }

    @Test
    void marksWhereALineGoesOnAndGoesThere(FxRobot robot) {
        open.begin("short\n" + "wide ".repeat(100) + "\nshort");
        show(Map.of(MERT, List.of(Selection.caret(400))));
        awaitMarks(Map.of(MERT, "Mert, further right"));
        assertThat(open.on(() -> markOf("Mert").getBoundsInParent().getCenterY()))
                .isEqualTo(open.on(() -> caretOf("Mert").getCenterY()));

        robot.clickOn(markOf("Mert"));

        awaitMarks(Map.of());
        show(Map.of(MERT, List.of(Selection.caret(7))));
        awaitMarks(Map.of(MERT, "Mert, further left"));
        robot.clickOn(markOf("Mert"));
        awaitMarks(Map.of());
        assertThat(open.on(() -> open.area.estimatedScrollXProperty().getValue())).isZero();
    }

    @Test
    void scrollsUnderTheMouseOnAMark() {
        open.begin(lines(1_000));
        show(Map.of(MERT, atLine(700)));
        awaitMarks(Map.of(MERT, "Mert, line 701"));

        open.wheel(markOf("Mert"), -100);

        Fx.waitUntil(() -> open.area.firstVisibleParToAllParIndex() > 0);
    }

    @Test
    void hasNoMarkOfWhoHasNoCaretAnyMore() {
        open.begin(lines(1_000));
        show(Map.of(MERT, atLine(700), SELIN, atLine(600)));
        Fx.waitUntil(() -> open.editor.marks().shown().size() == 2);

        show(Map.of(SELIN, atLine(600)));
        awaitMarks(Map.of(SELIN, "Selin, line 601"));
        Fx.run(() -> open.editor.setPeople(Map.of(MERT, Marks.MERT)));

        awaitMarks(Map.of());
    }

    @Test
    void spreadsWhatWouldCoverEachOther() {
        double[] tops = {-5, 0, 3, 40, 88, 90, 96};

        CaretMarks.spread(tops, 10, 100);

        assertThat(tops).containsExactly(0, 10, 20, 40, 70, 80, 90);
    }

    private void show(Map<ParticipantId, List<Selection>> selections) {
        Fx.run(() -> open.editor.showSelections(selections));
    }

    private void awaitMarks(Map<ParticipantId, String> marks) {
        Map<ParticipantId, String> seen = new HashMap<>();
        try {
            Fx.waitUntil(() -> {
                seen.clear();
                seen.putAll(open.editor.marks().shown());
                return seen.equals(marks);
            });
        } catch (AssertionError _) {
            assertThat(seen).isEqualTo(marks);
        }
    }

    private List<Selection> atLine(int line) {
        return List.of(Selection.caret(open.on(() -> open.area.getAbsolutePosition(line, 2))));
    }

    private Node markOf(String name) {
        List<Node> marks = new ArrayList<>(open.editor.lookupAll(".caret-mark"));
        marks.removeIf(
                mark -> !mark.isVisible() || !mark.getAccessibleText().startsWith(name + ","));
        return marks.getFirst();
    }

    private Bounds caretOf(String name) {
        Node caret =
                open.area.lookup(
                        ".remote-caret." + (name.equals("Mert") ? "person-2" : "person-1"));
        return open.editor.sceneToLocal(caret.localToScene(caret.getLayoutBounds()));
    }
}
