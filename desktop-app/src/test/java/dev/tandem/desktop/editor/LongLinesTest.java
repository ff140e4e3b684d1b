package dev.tandem.desktop.editor;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.Z;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.editor.highlight.SpanStyles;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Lines and texts as long as they may be; that they are quick is measured elsewhere.
@ExtendWith(OnStage.class)
final class LongLinesTest {
    private static final int LONG = 100_000;

    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
    }

    @Test
    void areWrittenAnywhereByAnyone(FxRobot robot) {
        String line = json(LONG);
        open.begin(line + "\nlast");

        robot.write("a").type(END).write("b");
        open.remote(LONG / 2, 0, "theirs");
        open.select(LONG / 4, LONG / 4);
        robot.write("c").type(HOME);
        open.assertSelection(0, 0);

        String half = line.substring(1, LONG / 2 - 1);
        String expected =
                "a{"
                        + half.substring(0, LONG / 4 - 2)
                        + "c"
                        + half.substring(LONG / 4 - 2)
                        + "theirs"
                        + line.substring(LONG / 2 - 1)
                        + "b\nlast";
        open.assertText(expected);
        robot.type(DOWN).write("d");

        open.assertText(expected.replace("last", "dlast"));
    }

    /// Whoever reads a recording goes far again and again.
    @Test
    void leaveTheTextAsWideAsTheyWereWhereThatIsWanted() {
        Fx.run(open.editor::keepWidth);
        open.begin("wide ".repeat(100) + "\n" + OpenEditor.lines(200));
        double wide = width();
        assertThat(wide).isGreaterThan(open.area.getWidth());

        Fx.run(() -> open.area.showParagraphAtTop(150));
        assertThat(width()).isEqualTo(wide);

        int at = open.on(() -> open.area.getAbsolutePosition(155, 0));
        open.remote(at, 0, "wider ".repeat(200));
        assertThat(width()).isGreaterThan(2 * wide);
        Fx.run(() -> open.area.scrollXToPixel(Double.MAX_VALUE));
        Fx.waitForFrames();
        int end = at + 6 * 200;
        Bounds last = open.on(() -> open.area.getCharacterBoundsOnScreen(end - 2, end - 1).get());
        assertThat(open.on(() -> open.area.screenToLocal(last).getMaxX()))
                .isBetween(0.0, open.area.getWidth());
    }

    private double width() {
        Fx.waitForFrames();
        return open.on(() -> open.area.totalWidthEstimateProperty().getValue());
    }

    @Test
    void areCutAndJoinedByEnterAndUndo(FxRobot robot) {
        String line = json(LONG);
        open.begin(line);
        open.select(LONG / 2, LONG / 2);

        robot.type(ENTER);
        open.assertText(line.substring(0, LONG / 2) + "\n" + line.substring(LONG / 2));
        robot.push(SHORTCUT, Z);

        open.assertText(line);
    }

    @Test
    void showTheirEndAndWhereOneClicks(FxRobot robot) {
        open.begin("x".repeat(LONG) + "\n");

        robot.type(END);
        Fx.waitUntil(() ->
                caret().getMaxX() < bounds().getMaxX() + 1
                        && caret().getMinX() > bounds().getCenterX());
        double middle = open.on(() -> open.area.getWidth() / 2);
        int hit = open.on(() -> open.area.hit(middle, 15).getInsertionIndex());
        assertThat(hit).isBetween(LONG - 200, LONG - 5);
        robot.type(HOME);

        Fx.waitUntil(() ->
                caret().getMinX() > bounds().getMinX()
                        && caret().getMinX() < bounds().getMinX() + 100);
    }

    @Test
    void areMadeOfFewNodes(FxRobot robot) {
        open.begin(json(LONG));
        Fx.run(() -> open.editor.setLanguage("json"));
        Fx.waitUntil(() -> open.area.lookupAll(".paragraph-text > .text").size() == LONG / 4_000);
        for (int i = 0; i < 8; i++) {
            open.select(i * LONG / 8 + 17, i * LONG / 8 + 17);
            robot.write("x");
        }

        assertThat(nodes()).hasSizeBetween(LONG / 4_000, LONG / 4_000 + 8);
        assertThat(nodes().stream().map(Text::getText).collect(Collectors.joining()))
                .isEqualTo(open.on(() -> open.area.getText()));
    }

    @Test
    void haveNoColoursUntilTheyAreShorter() {
        int length = SpanStyles.LONGEST_LINE + 1;
        open.begin("true\n" + json(length) + "\ntrue");
        Fx.run(() -> open.editor.setLanguage("json"));

        Fx.waitUntil(() -> isColoured(0) && isColoured(5 + length + 1));
        assertThat(open.on(() -> open.area.getParagraph(1).getStyleSpans().getSpanCount()))
                .isEqualTo(1);
        open.remote(length, 1, "");
        Fx.waitUntil(() -> isColoured(6));
        open.remote(length, 0, "x");

        Fx.waitUntil(() -> !isColoured(6) && isColoured(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areCutWhereTheyTurnWhateverBothDo(long seed) {
        var edits = new RandomEdits(new SplittableRandom(seed));
        String[] text = {"x = \"\u05e9\u05dc\u05d5\u05dd, \u05d0\", 12\n".repeat(12)};
        open.begin(text[0]);
        for (int i = 0; i < 40; i++) {
            Fx.run(() -> {
                TextOperation operation = edits.operation(text[0]);
                text[0] = operation.apply(text[0]);
                open.editor.apply(operation);
                for (var line : open.area.getParagraphs()) {
                    if (LinePieces.turns(line.getText())) {
                        assertThat(line.getSegments()).isEqualTo(LinePieces.cut(line.getText()));
                    }
                }
                assertThat(open.area.getText()).isEqualTo(text[0]);
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areTheSameAsAStringWhateverBothDo(long seed) {
        var edits = new RandomEdits(new SplittableRandom(seed));
        String[] text = {"语e\u0301x 👩‍💻\t".repeat(200)};
        open.begin(text[0]);
        for (int i = 0; i < 20; i++) {
            Fx.run(() -> {
                TextOperation operation = edits.operation(text[0]);
                text[0] = operation.apply(text[0]);
                open.editor.apply(operation);
            });
            Fx.run(open.editor::layout);
            assertThat(open.on(() -> open.area.getText())).isEqualTo(text[0]);
        }
        assertThat(open.on(() -> open.editor.text().toString())).isEqualTo(text[0]);
    }

    @Test
    void arePastedByTheHalfMegabyte(FxRobot robot) {
        String lines =
                IntStream.range(0, 20_000)
                        .mapToObj("    value = compute(%d)\n"::formatted)
                        .collect(Collectors.joining())
                        .substring(0, 500 * 1024);
        for (String text : List.of(lines, json(500 * 1024))) {
            open.begin("<>");
            open.select(1, 1);
            Fx.run(() ->
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));

            robot.push(SHORTCUT, V);
            robot.write("x");
            open.assertText("<" + text + "x>");
            robot.push(SHORTCUT, Z).push(SHORTCUT, Z);

            open.assertText("<>");
        }
        assertThat(open.refusals).isEmpty();
    }

    private boolean isColoured(int offset) {
        return !open.area.getStyleOfChar(offset).isEmpty();
    }

    private List<Text> nodes() {
        return open.on(() ->
                open.area.lookupAll(".paragraph-text > .text").stream()
                        .map(Text.class::cast)
                        .toList());
    }

    private Bounds caret() {
        return open.area.getCaretBounds().orElseThrow();
    }

    private Bounds bounds() {
        return open.area.localToScreen(open.area.getLayoutBounds());
    }

    private static String json(int length) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; json.length() < length; i++) {
            json.append("\"k").append(i).append("\":[").append(i).append(",true,\"v\"],");
        }
        json.setLength(length);
        return json.toString();
    }
}
