package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class FontsTest {
    @Start
    void start(Stage stage) {
        Fonts.load();
        stage.setScene(new Scene(new Group()));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Fonts.TEXT,
                Fonts.TEXT_MEDIUM,
                Fonts.TEXT_SEMI_BOLD,
                Fonts.TABULAR,
                Fonts.TABULAR_SEMI_BOLD,
                Fonts.CODE,
                Fonts.CODE_SEMI_BOLD
            })
    void areReachedByTheirFamily(String family) {
        assertThat(Font.font(family, 13).getFamily()).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.TABULAR, Fonts.TABULAR_SEMI_BOLD, Fonts.CODE})
    void haveFiguresOfOneWidth(String family) {
        assertThat(IntStream.range(0, 10).mapToObj(figure -> width(family, "" + figure + figure)))
                .containsOnly(width(family, "00"));
    }

    /// JavaFX cannot switch ligatures off, and a line with a combining sign would show them.
    @ParameterizedTest
    @ValueSource(strings = {"Regular", "SemiBold", "Bold", "Italic"})
    void haveNoLigaturesInCode(String style) throws IOException {
        assertThat(features("fonts/JetBrainsMonoNL-" + style + ".ttf"))
                .contains("ccmp")
                .doesNotContain("calt", "liga", "clig", "dlig", "rlig");
    }

    /// The tags of a font's substitutions (OpenType: table GSUB, its FeatureList).
    private static Set<String> features(String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            int substitutions = table(font, "GSUB");
            int list = substitutions + font.getShort(substitutions + 6);
            return IntStream.range(0, font.getShort(list))
                    .mapToObj(i -> tag(font, list + 2 + 6 * i))
                    .collect(Collectors.toSet());
        }
    }

    private static int table(ByteBuffer font, String name) {
        return IntStream.range(0, font.getShort(4))
                .map(i -> 12 + 16 * i)
                .filter(entry -> tag(font, entry).equals(name))
                .map(entry -> font.getInt(entry + 8))
                .findFirst()
                .orElseThrow();
    }

    private static String tag(ByteBuffer font, int at) {
        byte[] tag = new byte[4];
        font.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private static double width(String family, String text) {
        return Fx.call(() -> text(family, text).getLayoutBounds().getWidth());
    }

    private static Text text(String family, String content) {
        Text text = new Text(content);
        text.setFont(Font.font(family, 14));
        return text;
    }
}
