package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FontsTest {
    private static final String COMBINING_ACCENT = "\u0301";

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

    /// A combining sign makes JavaFX shape its whole run, and so would bring out ligatures.
    @Test
    void drawEveryCodeUnitOfCodeOnItsOwn() {
        String code = "a == b != c => d -> e ";
        assertThat(pixels(code + "e" + COMBINING_ACCENT, code)).isEqualTo(pixels(code, code));
    }

    private static double width(String family, String text) {
        return Fx.call(() -> text(family, text).getLayoutBounds().getWidth());
    }

    private static int[] pixels(String drawn, String seen) {
        return Fx.call(() -> {
            Image picture = Snapshots.of(text(Fonts.CODE, drawn));
            int width = (int) text(Fonts.CODE, seen).getLayoutBounds().getWidth();
            int height = 17;
            int[] pixels = new int[width * height];
            picture.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            width,
                            height,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            width);
            return pixels;
        });
    }

    private static Text text(String family, String content) {
        Text text = new Text(content);
        text.setFont(Font.font(family, 14));
        return text;
    }
}
