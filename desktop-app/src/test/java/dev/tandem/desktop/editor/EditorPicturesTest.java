package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class EditorPicturesTest {
    private static final String CODE =
            """
            from collections import Counter
            import re


            def top(text, k):
                \"""The k most frequent words, ties in order.\"""
                words = re.findall(r"[a-z]+", text.lower())
                counts = Counter(words)
                ranked = sorted(counts, key=lambda w: (-counts[w], w))
                return ranked[:k]


            if __name__ == "__main__":
                print(top(input(), 2))  # try it
            """;
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");

    private CodeEditor editor;
    private Appearance appearance;
    private Scene scene;
    private Button outside;

    @Start
    void start(Stage stage) {
        appearance = new Appearance(Theme.LIGHT);
        editor = new CodeEditor();
        editor.setText(CODE);
        editor.setLanguage("python");
        editor.setPeople(
                Map.of(
                        MERT, new PersonMark("Mert", new PersonColor(2)),
                        SELIN, new PersonMark("Selin", new PersonColor(1))));
        outside = new Button("Outside");
        outside.setManaged(false);
        scene = new Scene(new StackPane(outside, editor), 720, 480);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        editor.requestFocus();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void showsCodeWithTwoOthersInIt(Theme theme) throws IOException {
        int lower = CODE.indexOf("lower()");
        int input = CODE.indexOf("input()");
        int mine = CODE.indexOf("w))");
        Fx.run(() -> {
            appearance.setTheme(theme);
            editor.area().moveTo(mine + 1);
            editor.showSelections(
                    Map.of(
                            MERT,
                            List.of(new Selection(lower, lower + 7)),
                            SELIN,
                            List.of(Selection.caret(input))));
        });
        Image picture = write("editor-" + theme.name().toLowerCase(Locale.ROOT));

        boolean dark = theme == Theme.DARK;
        assertThat(pixels(picture, new PersonColor(1).on(dark))).isGreaterThan(50);
        assertThat(pixels(picture, new PersonColor(2).on(dark))).isGreaterThan(50);
    }

    @Test
    void showsLargeCodeToAReaderWhoCameByKey(FxRobot robot) throws IOException {
        Fx.run(() -> {
            editor.setEditable(false);
            editor.fontSizeProperty().set(20);
            editor.area().selectRange(33, 60);
            editor.showSelections(
                    Map.of(
                            MERT,
                            List.of(new Selection(120, 300)),
                            SELIN,
                            List.of(Selection.caret(5))));
            outside.requestFocus();
        });
        robot.type(KeyCode.TAB);
        Image picture = write("editor-reader");

        Color ring = picture.getPixelReader().getColor(0, 240);
        assertThat(ring).isEqualTo(Color.web("#0969da"));
    }

    @Test
    void showsTheMenu(FxRobot robot) throws IOException {
        robot.clickOn(editor, MouseButton.SECONDARY);
        ContextMenu menu = editor.area().getContextMenu();
        Image picture = Fx.call(() -> Snapshots.of(menu.getScene()));
        Fx.run(menu::hide);
        Snapshots.write(picture, Path.of("target", "pictures", "editor-menu.png"));

        assertThat(picture.getHeight()).isBetween(150.0, 300.0);
    }

    private Image write(String name) throws IOException {
        Fx.waitUntil(() -> editor.area().getStyleOfChar(0).contains("syntax-keyword"));
        WaitForAsyncUtils.waitForFxEvents();
        Image picture = Fx.call(() -> Snapshots.of(scene));
        Snapshots.write(picture, Path.of("target", "pictures", name + ".png"));
        return picture;
    }

    private static long pixels(Image picture, Color color) {
        int width = (int) picture.getWidth();
        return IntStream.range(0, width * (int) picture.getHeight())
                .mapToObj(i -> picture.getPixelReader().getColor(i % width, i / width))
                .filter(color::equals)
                .count();
    }
}
