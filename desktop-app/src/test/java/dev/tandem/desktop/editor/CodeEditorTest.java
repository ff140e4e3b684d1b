package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CodeEditorTest {
    private final List<TextOperation> sent = new ArrayList<>();
    private final List<List<Selection>> points = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private CodeEditor editor;
    private String others = "";

    @Start
    void start(Stage stage) {
        Appearance appearance = new Appearance(Theme.LIGHT);
        editor = new CodeEditor();
        editor.setOnEdit(this::send);
        editor.setOnPoint(points::add);
        editor.setOnRefused(refusals::add);
        Scene scene = new Scene(editor, 800, 500);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        editor.requestFocus();
    }

    @Test
    void sendsEachKeyAsOneOperation(FxRobot robot) {
        begin("");

        robot.write("ab");

        assertThat(sent).containsExactly(insert(0, 0, "a"), insert(1, 1, "b"));
        assertAllAgree("ab");
    }

    private void begin(String text) {
        Fx.run(() -> editor.setText(text));
        others = text;
    }

    private void send(TextOperation operation) {
        sent.add(operation);
        others = operation.apply(others);
    }

    private void assertAllAgree(String text) {
        assertThat(Fx.call(() -> editor.area().getText())).isEqualTo(text);
        assertThat(Fx.call(() -> editor.text().toString())).isEqualTo(text);
        assertThat(others).isEqualTo(text);
    }

    private static TextOperation insert(int length, int at, String text) {
        return new TextOperation.Builder().keep(at).insert(text).keep(length - at).build();
    }
}
