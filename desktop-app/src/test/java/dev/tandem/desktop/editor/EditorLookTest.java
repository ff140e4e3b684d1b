package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.editor.highlight.HighlightService;
import dev.tandem.desktop.editor.highlight.SpanStyles;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fonts;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.language.Languages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The style sheets, the line numbers and the colours of code, together as a window shows them.
@ExtendWith(OnStage.class)
final class EditorLookTest {
    private static final Map<String, String> CODE =
            Map.of(
                    "python",
                    """
                    from collections import Counter
                    import re

                    MAX_WORDS = 100


                    def top(text, k):
                        \"""The k most frequent words, ties in order.\"""
                        words = re.findall(r"[a-z]+", text.lower())
                        counts = Counter(words)
                        ranked = sorted(counts, key=lambda w: (-counts[w], w))
                        return ranked[:k] if k is not None and k != 0 else []


                    class Words:
                        def __init__(self, path: str) -> None:
                            self.path = path  # 你好 👩‍💻 é

                    if __name__ == "__main__":
                        print(top(input(), 2), f"{MAX_WORDS + 1}\\n")  # try it
                    """,
                    "java",
                    """
                    package dev.tandem.words;

                    import java.util.Map;

                    /** The most frequent words. */
                    public final class Words<T extends Comparable<T>> {
                        private static final int MAX_WORDS = 100;
                        private final Map<String, Integer> counts = new HashMap<>();

                        @Override
                        public String toString() {
                            // ties in order
                            return counts.entrySet().stream()
                                    .filter(entry -> entry.getValue() >= 2 && entry.getKey() != null)
                                    .map(entry -> "%s: %d\\n".formatted(entry.getKey(), entry.getValue()))
                                    .collect(Collectors.joining());
                        }
                    }
                    """);

    private CodeArea area;
    private HighlightService service;
    private Appearance appearance;
    private Scene scene;

    @Start
    void start(Stage stage) {
        appearance = new Appearance(Theme.LIGHT);
        area = new CodeArea();
        service = new HighlightService(Platform::runLater, found -> SpanStyles.apply(area, found));
        area.getStyleClass().add("editor");
        LineNumbers.on(area);
        scene = new Scene(new VirtualizedScrollPane<>(area), 720, 520);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void coloursCode(Theme theme) throws Exception {
        for (String language : List.of("python", "java")) {
            String text = CODE.get(language);
            onFx(() -> {
                appearance.setTheme(theme);
                area.replaceText(text);
                area.selectRange(text.indexOf("return"), text.indexOf("return") + 6);
                service.open(Languages.of(language), text);
                service.show(0, text.length());
            });
            int word = text.indexOf("return");
            waitFor(() -> Fx.call(() -> area.getStyleOfChar(word).contains("syntax-keyword")));
            Color red = Color.web(theme == Theme.DARK ? "#ff7b72" : "#cf222e");
            waitFor(() -> Fx.call(() -> isDrawn("return", red)));
            Image picture = Fx.call(() -> Snapshots.of(scene));
            Snapshots.write(
                    picture,
                    Path.of(
                            "target",
                            "pictures",
                            "code-" + language + "-" + theme.name().toLowerCase() + ".png"));
        }
    }

    @Test
    void measuresLinesAndNumbersThem() {
        onFx(() -> area.replaceText("a\n".repeat(99) + "b"));
        assertThat(numbers()).contains("  1", "  2", " 10").doesNotContain("   1");
        onFx(() -> area.replaceText("a\n".repeat(999) + "b"));
        assertThat(numbers()).contains("   1", "  10");
        assertThat(text("a").getFont().getFamily()).isEqualTo(Fonts.CODE);
        double height =
                Fx.call(() ->
                        area.getParagraphBoundsOnScreen(2).orElseThrow().getMinY()
                                - area.getParagraphBoundsOnScreen(1).orElseThrow().getMinY());
        assertThat(height).isEqualTo(22);
    }

    @Test
    void aKeyHasOnlyItsOwnLineLaidOut() {
        onFx(() -> area.replaceText("a\n".repeat(200)));
        Fx.waitForFrames();
        assertThat(Fx.call(this::linesToBeLaidOut)).isZero();
        Fx.run(() -> {
            area.insertText(5, 0, "b");
            assertThat(linesToBeLaidOut()).isBetween(1L, 2L);
        });
    }

    private long linesToBeLaidOut() {
        return area.lookupAll(".paragraph-box").stream()
                .filter(line -> ((Parent) line).isNeedsLayout())
                .count();
    }

    private List<String> numbers() {
        return Fx.call(() ->
                area.lookupAll(".line-number").stream()
                        .map(Text.class::cast)
                        .map(Text::getText)
                        .collect(Collectors.toList()));
    }

    private boolean isDrawn(String content, Color color) {
        return area.lookupAll(".text").stream()
                .anyMatch(node ->
                        node instanceof Text text
                                && text.getText().equals(content)
                                && color.equals(text.getFill()));
    }

    private Text text(String content) {
        return new FxRobot()
                .from(area)
                .lookup((Text text) -> text.getText().equals(content))
                .query();
    }

    private static void onFx(Runnable work) {
        Fx.run(work);
        Fx.waitForFrames();
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
