package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.Map;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What an input method does, event by event; the platform that tests run on has none.
@ExtendWith(ApplicationExtension.class)
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
    void keepsOthersEditsBackUntilTheWordIsThere() {
        compose("に");
        open.remote(0, 0, "// ");
        open.remote(5, 0, " end");
        assertThat(open.on(() -> open.area.getText())).isEqualTo("[に]");

        commit("日");

        open.assertText("// [日] end");
        open.assertSelection(5, 5);
    }

    @Test
    void keepsOthersCaretsBackThatStandInWhatIsKeptBack() {
        ParticipantId mert = new ParticipantId("mert");
        Fx.run(() -> open.editor.setPeople(Map.of(mert, Marks.MERT)));
        Fx.run(() -> open.editor.showSelections(Map.of(mert, List.of(Selection.caret(2)))));
        compose("にほ");
        assertThat(open.on(() -> open.editor.carets().places(mert)))
                .containsExactly(Selection.caret(4));

        open.remote(0, 0, "// ");
        Fx.run(() -> open.editor.showSelections(Map.of(mert, List.of(Selection.caret(3)))));
        assertThat(open.on(() -> open.editor.carets().places(mert)))
                .containsExactly(Selection.caret(4));
        commit("");

        open.assertText("// []");
        assertThat(open.on(() -> open.editor.carets().places(mert)))
                .containsExactly(Selection.caret(3));
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
        Fx.run(() -> open.area.handleInputMethodEvent(event("にほ", "", 1)));

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

    private void compose(String text) {
        Fx.run(() -> open.area.handleInputMethodEvent(event(text, "", text.length())));
    }

    private void commit(String text) {
        Fx.run(() -> open.area.handleInputMethodEvent(event("", text, 0)));
    }

    private static InputMethodEvent event(String composed, String committed, int caret) {
        List<InputMethodTextRun> runs =
                composed.isEmpty()
                        ? List.of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.UNSELECTED_RAW));
        return new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, caret);
    }
}
