package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.Start;

/// Three write at once in a real text control, as a seed says: what is on screen, where one's own
/// caret is and where the others' are is what the neighbours of each say.
@ExtendWith(OnStage.class)
final class SharedTypingTest {
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");
    private static final int STEPS = 200;
    private static final int BETWEEN_FRAMES = 10;
    private static final int LONGEST = 250;

    private CodeEditor editor;
    private SharedArea area;
    private RandomEdits edits;
    private Units units;
    private Selection mine;
    private final Map<ParticipantId, List<Selection>> theirs = new HashMap<>();
    private boolean ownEdit;
    private String heard;

    @Start
    void start(Stage stage) {
        editor = new CodeEditor();
        area = editor.area();
        editor.setPeople(Map.of(MERT, Marks.MERT, SELIN, Marks.SELIN));
        editor.setOnEdit(this::hear);
        stage.setScene(new Scene(editor, 400, 130));
        stage.show();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.tandem.desktop.editor.RandomEdits#seeds")
    void keepsTextAndPlacesWhateverAllDo(long seed) {
        edits = new RandomEdits(new SplittableRandom(seed));
        heard = "def top(text, k):\n    return 😀\n".repeat(4);
        units = new Units(heard);
        mine = Selection.caret(0);
        theirs.clear();
        Fx.run(() -> editor.setText(heard));
        for (int step = 0; step < STEPS; step += BETWEEN_FRAMES) {
            int from = step;
            Fx.run(() -> steps(from));
        }
    }

    private void steps(int from) {
        for (int step = from; step < from + BETWEEN_FRAMES; step++) {
            units.mark();
            step();
            if (edits.below(4) == 0) {
                editor.layout();
            }
            check("step " + step);
        }
    }

    private void step() {
        boolean tooLong = heard.length() > LONGEST;
        switch (edits.below(14)) {
            case 0, 1, 2 -> remoteEdit();
            case 3, 4 -> type(edits.below(3) == 0 ? "😀" : "k");
            case 5 -> press(tooLong ? KeyCode.BACK_SPACE : KeyCode.ENTER);
            case 6 -> press(edits.below(2) == 0 ? KeyCode.BACK_SPACE : KeyCode.DELETE);
            case 7, 8 -> select();
            case 9, 10 -> point(edits.below(2) == 0 ? MERT : SELIN);
            case 11 -> takeBack();
            case 12 -> press(KeyCode.TAB);
            default -> paste();
        }
    }

    /// Someone else's: several edits one after another, as one change.
    private void remoteEdit() {
        List<TextOperation> parts = new ArrayList<>();
        for (int i = 1 + edits.below(4); i > 0; i--) {
            String text = units.toString();
            int from = edits.offset(text);
            int to = Boundaries.ceiling(text, Math.min(text.length(), from + edits.below(40)));
            boolean inserts = edits.below(3) > 0 && text.length() < LONGEST;
            String by = inserts ? edits.text() : "";
            parts.add(TextOperation.replace(text.length(), from, to, by));
            units.replace(from, to, by);
        }
        carryAll();
        mine = units.carry(mine);
        TextOperation all = TextOperation.composeAll(parts);
        heard = all.apply(heard);
        editor.apply(all, MERT);
    }

    private void type(String typed) {
        Event.fireEvent(
                area,
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        typed,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
        made();
    }

    private void press(KeyCode key) {
        Event.fireEvent(
                area, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        made();
    }

    private void paste() {
        ClipboardContent content = new ClipboardContent();
        content.putString(edits.text().replace("\n", "\r\n"));
        Clipboard.getSystemClipboard().setContent(content);
        area.paste();
        made();
    }

    private void takeBack() {
        if (edits.below(2) == 0) {
            editor.undo();
        } else {
            editor.redo();
        }
        made();
    }

    /// What was written, as the others heard it; after that the caret is where it ends. A step of
    /// indentation over several lines leaves the selection on them.
    private void made() {
        boolean several = lines(mine) > 1 && area.getSelection().getLength() > 0;
        if (ownEdit) {
            carryAll();
            mine = several ? units.carry(mine) : Selection.caret(units.endOfChange());
        }
    }

    private static int lines(Selection selection) {
        return selection.anchor() == selection.head() ? 1 : 2;
    }

    private void hear(OwnEdit own) {
        heard = own.operation().apply(heard);
        ownEdit = true;
        for (TextEdit edit : TextEdits.of(own.operation())) {
            units.replace(edit.offset(), edit.offset() + edit.deleted(), edit.inserted());
        }
    }

    private void carryAll() {
        theirs.replaceAll((_, places) -> places.stream().map(units::carry).toList());
    }

    private void select() {
        Selection anywhere = anywhere(0);
        mine = anywhere.onCharacters(heard);
        area.selectRange(anywhere.anchor(), anywhere.head());
    }

    /// Someone else says where they are; not always in this text, nor beside its characters.
    private void point(ParticipantId person) {
        List<Selection> told = new ArrayList<>();
        for (int i = edits.below(3); i >= 0; i--) {
            told.add(anywhere(3));
        }
        Map<ParticipantId, List<Selection>> all = new HashMap<>(theirs);
        all.put(person, told);
        theirs.put(person, told.stream().map(this::within).toList());
        editor.showSelections(all);
    }

    private Selection within(Selection told) {
        Selection inText =
                new Selection(
                        Math.min(told.anchor(), heard.length()),
                        Math.min(told.head(), heard.length()));
        return inText.onCharacters(heard);
    }

    private Selection anywhere(int beyond) {
        int bound = heard.length() + 1 + beyond;
        return new Selection(edits.below(bound), edits.below(bound));
    }

    private void check(String step) {
        String text = units.toString();
        assertThat(heard).as(step).isEqualTo(text);
        assertThat(area.getText()).as(step).isEqualTo(text);
        assertThat(editor.text().toString()).as(step).isEqualTo(text);
        assertThat(new Selection(area.getAnchor(), area.getCaretPosition()))
                .as(step)
                .isEqualTo(mine);
        for (ParticipantId person : List.of(MERT, SELIN)) {
            assertThat(editor.carets().places(person))
                    .as(step)
                    .isEqualTo(theirs.getOrDefault(person, List.of()));
        }
        ownEdit = false;
    }
}
