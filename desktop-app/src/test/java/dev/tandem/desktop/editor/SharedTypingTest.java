package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Two write at once, as a seed says; a string and two numbers say what has to be on screen.
@ExtendWith(ApplicationExtension.class)
final class SharedTypingTest {
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final int STEPS = 120;

    private CodeEditor editor;
    private SharedArea area;
    private RandomEdits edits;
    private String text;
    private Selection mine;
    private Selection merts;
    private String heard;

    @Start
    void start(Stage stage) {
        editor = new CodeEditor();
        area = editor.area();
        editor.setPeople(Map.of(MERT, Marks.MERT));
        editor.setOnEdit(operation -> heard = operation.apply(heard));
        stage.setScene(new Scene(editor, 600, 400));
        stage.show();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void keepsTextAndPlacesWhateverBothDo(long seed) {
        edits = new RandomEdits(new SplittableRandom(seed));
        text = "def top(text, k):\n    return 😀\n".repeat(8);
        heard = text;
        mine = Selection.caret(0);
        merts = Selection.caret(0);
        Fx.run(() -> editor.setText(text));
        Fx.run(() -> editor.showSelections(Map.of(MERT, List.of(merts))));
        for (int step = 0; step < STEPS; step++) {
            Fx.run(this::step);
            Fx.run(editor::layout);
            Fx.run(this::check);
        }
    }

    private void step() {
        switch (edits.below(10)) {
            case 0, 1, 2 -> remoteEdit();
            case 3, 4 -> type();
            case 5 -> delete();
            case 6 -> select();
            case 7 -> pointElsewhere();
            case 8 -> takeBack();
            default -> paste();
        }
    }

    private void remoteEdit() {
        TextOperation operation = edits.operation(text);
        text = operation.apply(text);
        heard = operation.apply(heard);
        mine = operation.mapSelection(mine);
        merts = operation.mapSelection(merts);
        editor.apply(operation);
    }

    private void type() {
        String typed = "k";
        replaced(from(), to(), typed);
        area.replaceSelection(typed);
    }

    private void paste() {
        String pasted = edits.text();
        replaced(from(), to(), pasted);
        area.replaceSelection(pasted.replace("\n", "\r\n"));
    }

    private void delete() {
        if (from() < to()) {
            replaced(from(), to(), "");
            area.replaceSelection("");
        } else {
            int at = mine.head();
            replaced(Boundaries.previousCharacter(text, at), at, "");
            area.deletePreviousChar();
        }
    }

    private void select() {
        mine = new Selection(edits.offset(text), edits.offset(text));
        area.selectRange(mine.anchor(), mine.head());
    }

    private void pointElsewhere() {
        merts = new Selection(edits.offset(text), edits.offset(text));
        editor.showSelections(Map.of(MERT, List.of(merts)));
    }

    // What an undo has to bring is UndoHistory's matter; here it is an edit like any other.
    private void takeBack() {
        TextOperation[] made = new TextOperation[1];
        editor.setOnEdit(operation -> {
            made[0] = operation;
            heard = operation.apply(heard);
        });
        if (edits.below(2) == 0) {
            editor.undo();
        } else {
            editor.redo();
        }
        if (made[0] != null) {
            text = made[0].apply(text);
            merts = made[0].mapSelection(merts);
            mine = Selection.caret(area.getCaretPosition());
        }
    }

    private void replaced(int start, int end, String by) {
        TextOperation operation =
                new TextOperation.Builder()
                        .keep(start)
                        .insert(by)
                        .delete(end - start)
                        .keep(text.length() - end)
                        .build();
        text = operation.apply(text);
        merts = operation.mapSelection(merts);
        mine = Selection.caret(start + by.length());
    }

    private int from() {
        return Math.min(mine.anchor(), mine.head());
    }

    private int to() {
        return Math.max(mine.anchor(), mine.head());
    }

    private void check() {
        assertThat(area.getText()).isEqualTo(text);
        assertThat(editor.text().toString()).isEqualTo(text);
        assertThat(area.getLength()).isEqualTo(text.length());
        assertThat(heard).isEqualTo(text);
        assertThat(new Selection(area.getAnchor(), area.getCaretPosition())).isEqualTo(mine);
        assertThat(editor.carets().places(MERT)).containsExactly(merts);
    }
}
