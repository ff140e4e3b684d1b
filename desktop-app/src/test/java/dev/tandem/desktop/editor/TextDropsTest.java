package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class TextDropsTest {
    private final List<String> heard = new ArrayList<>();
    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        open.editor.setOnDrop(heard::add);
    }

    private boolean drop(String text, int place, boolean fromOutside) {
        return Fx.call(() -> open.area.drop(text, place, fromOutside));
    }

    @Test
    void standsWhereItWasDroppedAndIsUndoneByItself() {
        open.begin("one three");
        assertThat(drop("two\r\n", 4, true)).isTrue();
        open.assertText("one two\nthree");
        open.assertSelection(4, 8);
        assertThat(heard).containsExactly("two\r\n");

        Fx.run(open.area::undo);

        open.assertText("one three");
    }

    @Test
    void whatComesFromWithinIsNotHeard() {
        open.begin("");
        assertThat(drop("x", 0, false)).isTrue();
        open.assertText("x");
        assertThat(heard).isEmpty();
    }

    @Test
    void isNotTakenWhereOneMayNotWrite() {
        open.begin("one");
        Fx.run(() -> open.editor.setEditable(false));
        assertThat(drop("two", 0, true)).isFalse();
        open.assertText("one");
        assertThat(heard).isEmpty();
    }
}
