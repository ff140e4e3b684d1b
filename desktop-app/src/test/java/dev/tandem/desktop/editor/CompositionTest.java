package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What an input method does, event by event; the platform that tests run on has none.
@ExtendWith(OnStage.class)
final class CompositionTest {
    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        open.begin("[]");
        open.select(1, 1);
    }

    @Test
    void sendsOnlyWhatIsCommitted() {
        compose("n");
        compose("に");
        compose("にほ");
        assertThat(open.sent).isEmpty();
        assertThat(open.on(() -> open.area.getText())).isEqualTo("[にほ]");

        commit("日本");

        assertThat(open.sent).containsExactly(replacing(2, 1, 0, "日本"));
        open.assertText("[日本]");
        open.assertSelection(3, 3);
    }

    @Test
    void showsOthersEditsAroundTheWord() {
        compose("に");
        open.remote(0, 0, "// ");
        open.remote(4, 0, "|");
        open.remote(6, 0, " end");
        assertThat(screen()).isEqualTo("// [に|] end");

        compose("にほ");
        commit("日本");

        open.assertText("// [日本|] end");
        open.assertSelection(6, 6);
    }

    @Test
    void keepsWhatOthersWriteWhereTheWordReplacesSomething() {
        open.begin("one two three");
        open.select(4, 7);
        compose("に");
        open.remote(5, 1, "W");
        assertThat(screen()).isEqualTo("one にW three");

        commit("二");

        open.assertText("one 二W three");
    }

    @Test
    void showsOthersCaretsBesideTheWord() {
        ParticipantId mert = new ParticipantId("mert");
        Fx.run(() -> open.editor.setPeople(Map.of(mert, Marks.MERT)));
        Fx.run(() -> open.editor.showSelections(Map.of(mert, List.of(Selection.caret(2)))));
        compose("にほ");
        assertThat(places(mert)).containsExactly(Selection.caret(4));

        open.remote(0, 0, "// ");
        assertThat(places(mert)).containsExactly(Selection.caret(7));
        Fx.run(() -> open.editor.showSelections(Map.of(mert, List.of(Selection.caret(5)))));
        assertThat(places(mert)).containsExactly(Selection.caret(7));
        commit("日");

        assertThat(places(mert)).containsExactly(Selection.caret(6));
    }

    /// Windows: the syllable before is committed in the event that begins the next one.
    @Test
    void sendsASyllableWhenTheNextOneBegins() {
        compose("ㅎ");
        compose("하");
        compose("한");
        take("한", "ㄱ");
        assertThat(open.sent).containsExactly(replacing(2, 1, 0, "한"));
        open.remote(0, 0, "x");
        compose("구");
        assertThat(screen()).isEqualTo("x[한구]");

        commit("국");

        assertThat(open.sent).hasSize(2);
        open.assertText("x[한국]");
        open.assertSelection(4, 4);
    }

    /// macOS and Linux: each in its own event, with an empty one between, or none.
    @Test
    void takesSyllablesInEventsOfTheirOwn() {
        compose("하");
        compose("한");
        compose("");
        commit("하");
        compose("나");
        commit("나");
        compose("");

        open.assertText("[하나]");
        assertThat(open.sent).containsExactly(replacing(2, 1, 0, "하"), replacing(3, 2, 0, "나"));
    }

    @Test
    void writesALetterByADeadKey() {
        compose("´");
        commit("é");

        assertThat(open.sent).containsExactly(replacing(2, 1, 0, "é"));
        open.assertText("[é]");
    }

    @Test
    void takesWhatWasNotComposed() {
        open.begin("one two");
        open.select(4, 7);

        commit("👩🏿‍🚀");

        assertThat(open.sent).containsExactly(replacing(7, 4, 3, "👩🏿‍🚀"));
    }

    @Test
    void leavesASelectionAloneThatAWordIsTooLongFor() {
        open.begin("x".repeat(Limits.DOCUMENT_LENGTH));
        open.select(0, 1);

        commit("日本");

        assertThat(open.sent).isEmpty();
        assertThat(open.refusals).hasSize(1);
        open.assertSelection(0, 1);
    }

    @Test
    void leavesASelectionAloneWhenAnEventSaysNothing() {
        open.begin("one two");
        open.select(4, 7);

        commit("");

        assertThat(open.sent).isEmpty();
        open.assertText("one two");
        open.assertSelection(4, 7);
    }

    @Test
    void composesInPlaceOfWhatIsSelected() {
        open.begin("one two");
        open.select(7, 4);

        compose("に");
        assertThat(screen()).isEqualTo("one に");
        commit("二");

        assertThat(open.sent).containsExactly(replacing(7, 4, 3, "二"));
        Fx.run(open.editor::undo);
        open.assertText("one two");
    }

    @Test
    void endsWithTheLastBackspace() {
        compose("にほ");
        compose("に");
        compose("");
        assertThat(open.sent).isEmpty();
        open.assertText("[]");

        Fx.run(() -> open.area.replaceSelection("x"));

        open.assertText("[x]");
    }

    @Test
    void takesAKeyThatTheInputMethodLetThrough(FxRobot robot) {
        compose("に");

        robot.write("x");

        open.assertText("[にx]");
    }

    @Test
    void takesNoTextTwiceThatIsCommittedWhenThePersonHasGone() {
        compose("한");
        open.select(0, 0);
        commit("한");
        open.assertText("[한]");

        commit("한");

        open.assertText("한[한]");
    }

    @Test
    void undoesWhatIsBeingComposed() {
        compose("に");

        Fx.run(open.editor::undo);
        open.assertText("[]");
        Fx.run(open.editor::redo);

        open.assertText("[に]");
    }

    @Test
    void composesNoMoreThanThereIsRoomFor() {
        String full = "x".repeat(Limits.DOCUMENT_LENGTH - 1);
        open.begin(full);

        compose("に");
        compose("にほ");
        assertThat(open.refusals).hasSize(1);
        commit("日本");
        assertThat(open.refusals).hasSize(2);
        open.assertText(full);
        compose("に");
        commit("日");

        open.assertText("日" + full);
    }

    @Test
    void asksNoInputMethodWhereNothingCanBeWritten() {
        assertThat(open.on(() -> open.area.getInputMethodRequests())).isNotNull();

        Fx.run(() -> open.editor.setEditable(false));
        assertThat(open.on(() -> open.area.getInputMethodRequests())).isNull();
        Fx.run(() -> open.editor.setEditable(true));

        assertThat(open.on(() -> open.area.getInputMethodRequests())).isNotNull();
    }

    @Test
    void putsTheCandidatesBelowTheWord() {
        Point2D[] asked = {Point2D.ZERO};
        Fx.run(() -> {
            compose("にほ");
            asked[0] = candidates(0); // before the next frame
        });
        Point2D first = asked[0];
        assertThat(candidates(1).getX()).isGreaterThan(first.getX());
        assertThat(candidates(2).getX()).isGreaterThan(candidates(1).getX());
        assertThat(
                        open.on(() ->
                                open.area
                                        .getInputMethodRequests()
                                        .getLocationOffset(
                                                (int) candidates(1).getX() + 1,
                                                (int) first.getY() - 8)))
                .isEqualTo(1);

        open.remote(0, 0, "above\n");
        Fx.run(open.editor::layout);

        assertThat(candidates(0).getX()).isEqualTo(first.getX());
        assertThat(candidates(0).getY()).isEqualTo(first.getY() + 22);
    }

    @Test
    void putsTheCandidatesInTheEditorWhereTheCaretIsNot() {
        open.begin("\n".repeat(200));
        Fx.run(() -> open.area.showParagraphAtTop(150));
        Fx.run(open.editor::layout);

        Bounds editor = open.on(() -> open.area.localToScreen(open.area.getLayoutBounds()));

        assertThat(editor.contains(candidates(0))).isTrue();
    }

    @Test
    void underlinesWhatIsComposed() {
        Fx.run(() ->
                open.area.handleInputMethodEvent(
                        event(
                                List.of(
                                        new InputMethodTextRun(
                                                "日本", InputMethodHighlight.SELECTED_CONVERTED),
                                        new InputMethodTextRun(
                                                "ご", InputMethodHighlight.UNSELECTED_RAW)),
                                "",
                                3)));
        Fx.run(open.editor::layout);
        open.remote(0, 0, "x");
        Fx.run(open.editor::layout);
        assertThat(open.on(() -> open.area.lookupAll(".composed"))).hasSize(1);
        assertThat(open.on(() -> open.area.lookupAll(".composed-part"))).hasSize(1);

        commit("日本語");
        Fx.run(open.editor::layout);

        assertThat(open.on(() -> open.area.lookupAll(".composed"))).isEmpty();
        assertThat(open.on(() -> open.area.lookupAll(".composed-part"))).isEmpty();
    }

    @Test
    void sendsNothingWhenComposingIsGivenUp() {
        compose("に");

        commit("");

        assertThat(open.sent).isEmpty();
        open.assertText("[]");
    }

    @Test
    void leavesTheWordWhenThePersonGoesElsewhere() {
        compose("に");

        open.select(0, 0);

        open.assertText("[に]");
        compose("ほ");
        commit("ほ");
        open.assertText("ほ[に]");
    }

    @Test
    void leavesTheCaretWithinTheWordWhereTheInputMethodWantsIt() {
        var composed = new InputMethodTextRun("にほ", InputMethodHighlight.UNSELECTED_RAW);
        Fx.run(() -> open.area.handleInputMethodEvent(event(List.of(composed), "", 1)));

        open.assertSelection(2, 2);
    }

    @Test
    void tellsNobodyAboutTheCaretMeanwhile(FxRobot robot) {
        Fx.waitUntil(() -> !open.points.isEmpty());
        open.points.clear();
        compose("にほ");
        Fx.waitUntil(() -> open.editor.caretPlaceProperty().get().column() == 4);
        assertThat(open.points).isEmpty();

        commit("日");

        Fx.waitUntil(() -> open.points.size() == 1);
    }

    @Test
    void sendsTheWordBeforeWritingIsTakenAway() {
        compose("に");

        Fx.run(() -> open.editor.setEditable(false));

        open.assertText("[に]");
        compose("ほ");
        open.assertText("[に]");
    }

    @Test
    void undoesAComposedWordAtOnce() {
        compose("に");
        commit("日本");

        Fx.run(open.editor::undo);

        open.assertText("[]");
    }

    private String screen() {
        return open.on(() -> open.area.getText());
    }

    private List<Selection> places(ParticipantId id) {
        return open.on(() -> open.editor.carets().places(id));
    }

    private Point2D candidates(int offset) {
        return open.on(() -> open.area.getInputMethodRequests().getTextLocation(offset));
    }

    private void compose(String text) {
        take("", text);
    }

    private void commit(String text) {
        take(text, "");
    }

    private void take(String committed, String composed) {
        List<InputMethodTextRun> runs =
                composed.isEmpty()
                        ? List.of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.UNSELECTED_RAW));
        Fx.run(() -> Event.fireEvent(open.area, event(runs, committed, composed.length())));
    }

    private static InputMethodEvent event(
            List<InputMethodTextRun> composed, String committed, int caret) {
        return new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed, committed, caret);
    }
}
