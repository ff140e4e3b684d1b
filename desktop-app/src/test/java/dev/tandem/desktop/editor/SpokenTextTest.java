package dev.tandem.desktop.editor;

import static javafx.scene.AccessibleAttribute.CARET_OFFSET;
import static javafx.scene.AccessibleAttribute.EDITABLE;
import static javafx.scene.AccessibleAttribute.LINE_END;
import static javafx.scene.AccessibleAttribute.LINE_FOR_OFFSET;
import static javafx.scene.AccessibleAttribute.LINE_START;
import static javafx.scene.AccessibleAttribute.ROLE;
import static javafx.scene.AccessibleAttribute.SELECTION_END;
import static javafx.scene.AccessibleAttribute.SELECTION_START;
import static javafx.scene.AccessibleAttribute.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class SpokenTextTest {
    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        open.begin("one\ntwo\n");
        open.select(6, 4);
    }

    @Test
    void saysTextCaretAndSelection() {
        assertThat(ask(ROLE)).isEqualTo(AccessibleRole.TEXT_AREA);
        assertThat(ask(TEXT)).isEqualTo("one\ntwo\n");
        assertThat(ask(CARET_OFFSET)).isEqualTo(4);
        assertThat(ask(SELECTION_START)).isEqualTo(4);
        assertThat(ask(SELECTION_END)).isEqualTo(6);
        assertThat(ask(EDITABLE)).isEqualTo(true);
        Fx.run(() -> open.editor.setEditable(false));
        assertThat(ask(EDITABLE)).isEqualTo(false);
    }

    @Test
    void saysTheLines() {
        assertThat(ask(LINE_FOR_OFFSET, 5)).isEqualTo(1);
        assertThat(ask(LINE_START, 1)).isEqualTo(4);
        assertThat(ask(LINE_END, 1)).isEqualTo(7);
        assertThat(ask(LINE_START, 9)).isNull();
    }

    private Object ask(AccessibleAttribute question, Object... about) {
        return Fx.call(() -> open.area.queryAccessibleAttribute(question, about));
    }
}
