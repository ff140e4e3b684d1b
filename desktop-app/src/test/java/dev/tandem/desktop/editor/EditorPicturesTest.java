package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
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
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.Image;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
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
    private static final String ODD =
            """
            from words import top  # tabs, then blanks
            def f(x):
            \treturn x\t# a tab
                return x    # blanks
            shalom = "\u05e9\u05dc\u05d5\u05dd", 1, "\u05d0\u05d1"
            salam = ["\u0645\u0631\u062d\u0628\u0627", "\u8bed\u8a00", "e\u0301", "\ud83d\ude00"]
            if level != "user\u202e \u2066# admin only\u2069 \u2066":
            \u00a0   stop()\u200b  # a blank that is none, and nothing
            escape = "\u001b[31m\u0000\u2028"\ufeff
            """
                    + "data = ["
                    + "1234567890, ".repeat(90)
                    + "]\n";
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");
    private static final ParticipantId DENIZ = new ParticipantId("deniz");
    private static final ParticipantId ECE = new ParticipantId("ece");

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
                        SELIN, new PersonMark("Selin", new PersonColor(1)),
                        DENIZ, new PersonMark("Deniz", new PersonColor(3)),
                        ECE, new PersonMark("Ece", new PersonColor(4))));
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void showsSelectionsThatLieOverEachOther(Theme theme) throws IOException {
        int words = CODE.indexOf("words =");
        int ranked = CODE.indexOf("ranked =");
        int main = CODE.indexOf("if __name__");
        Fx.run(() -> {
            appearance.setTheme(theme);
            editor.area().selectRange(CODE.indexOf("import re"), CODE.indexOf("findall"));
        });
        waitForColours();
        Fx.run(() ->
                editor.showSelections(
                        Map.of(
                                MERT, List.of(new Selection(words, ranked + 8)),
                                SELIN, List.of(new Selection(main + 2, ranked - 12)))));
        Image picture = write("editor-selections-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(pixels(picture, new PersonColor(1).on(theme == Theme.DARK))).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void showsNamesSideBySideAndAtTheEdges(Theme theme) throws IOException {
        String text = CODE + "    " + "wide = ".repeat(30) + "1\n";
        int end = CODE.indexOf("\n", CODE.indexOf("findall"));
        Fx.run(() -> {
            appearance.setTheme(theme);
            editor.setText(text);
            editor.area().moveTo(end);
        });
        waitForColours();
        Fx.run(() ->
                editor.showSelections(
                        Map.of(
                                MERT, List.of(Selection.caret(end)),
                                SELIN, List.of(Selection.caret(end)),
                                DENIZ, List.of(Selection.caret(3)),
                                ECE, List.of(Selection.caret(text.length() - 2)))));
        Image picture = write("editor-names-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(pixels(picture, new PersonColor(4).on(theme == Theme.DARK))).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void showsWhereOthersAreInALongText(Theme theme) throws IOException {
        String text = (CODE + "\n" + "x = 1".repeat(60) + "\n").repeat(40);
        int far = text.length() - 500;
        Fx.run(() -> {
            appearance.setTheme(theme);
            editor.setText(text);
        });
        waitForColours();
        Fx.run(() -> editor.area().showParagraphAtTop(100));
        int plain = text.indexOf("counts", 3_500);
        Fx.waitUntil(() -> editor.area().getStyleOfChar(plain).isEmpty());
        Fx.run(() -> editor.area().scrollXToPixel(60));
        Fx.run(() ->
                editor.showSelections(
                        Map.of(
                                MERT, List.of(Selection.caret(far)),
                                SELIN, List.of(Selection.caret(far + 3)),
                                DENIZ, List.of(Selection.caret(9)),
                                ECE, List.of(Selection.caret(text.indexOf("counts", 3_000))))));
        Image picture = write("editor-far-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(pixels(picture, new PersonColor(2).on(theme == Theme.DARK))).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void showsOddText(Theme theme) throws IOException {
        int hebrew = ODD.indexOf('\u05e9');
        Fx.run(() -> {
            appearance.setTheme(theme);
            editor.setText(ODD);
            editor.area().moveTo(ODD.indexOf("stop"));
            editor.showSelections(Map.of(MERT, List.of(new Selection(hebrew - 2, hebrew + 3))));
        });
        Fx.waitUntil(() ->
                editor.area().getStyleOfChar(ODD.indexOf('\u202e')).contains("syntax-unseen"));

        write("editor-odd-" + theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void showsWhatIsComposed() throws IOException {
        Fx.run(() -> {
            editor.area().moveTo(CODE.indexOf("text.lower"));
            Event.fireEvent(
                    editor.area(),
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                            List.of(
                                    new InputMethodTextRun(
                                            "abc", InputMethodHighlight.SELECTED_CONVERTED),
                                    new InputMethodTextRun(
                                            "defgh", InputMethodHighlight.UNSELECTED_RAW)),
                            "",
                            3));
        });

        Image picture = write("editor-composed");

        assertThat(pixels(picture, Color.web("#1f2328"))).isGreaterThan(20);
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

    // Names fade: nothing slow may come between them and the picture.
    private void waitForColours() {
        Fx.waitUntil(() ->
                editor.area().getStyleOfChar(0).contains("syntax-keyword")
                        && editor.area().getStyleOfChar(5).isEmpty());
    }

    private Image write(String name) throws IOException {
        waitForColours();
        Fx.run(() -> editor.area().setShowCaret(CaretVisibility.ON)); // it may just blink
        Fx.waitForFrames();
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
