package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PersonColorTest {
    private static final double READABLE = 4.5;

    static List<PersonColor> all() {
        return PersonColor.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadableByDay(PersonColor color) {
        assertThat(contrast(color.on(false), Color.WHITE)).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(color.on(false), Color.web("#f6f8fa")))
                .isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadableByNight(PersonColor color) {
        assertThat(contrast(color.on(true), Color.web("#0d1117"))).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(color.on(true), Color.web("#151b23"))).isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameInTheStyleSheets(PersonColor color) throws IOException {
        String name = "-tandem-person-" + color.number() + ": ";
        assertThat(sheet("light.css")).contains(name + hex(color.on(false)) + ";");
        assertThat(sheet("dark.css")).contains(name + hex(color.on(true)) + ";");
    }

    @Test
    void isKnownByTheWiresValueInAnyCase() {
        assertThat(PersonColor.all())
                .allSatisfy(color -> {
                    String wire = hex(color.on(false));
                    assertThat(PersonColor.of(wire)).isEqualTo(color);
                    assertThat(PersonColor.of(wire.toUpperCase())).isEqualTo(color);
                });
    }

    @Test
    void takesOneOfTheTenForAnUnknownValue() {
        assertThat(PersonColor.all()).contains(PersonColor.of("#123456"));
        assertThat(PersonColor.of("#123456")).isEqualTo(PersonColor.of("#123456"));
    }

    /// Contrast ratio of two colours as WCAG 2.1 defines it, 1 to 21.
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        double[] linear =
                DoubleStream.of(color.getRed(), color.getGreen(), color.getBlue())
                        .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                        .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static String hex(Color color) {
        return "#" + color.toString().substring(2, 8);
    }

    private static String sheet(String name) throws IOException {
        try (var in = PersonColor.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
