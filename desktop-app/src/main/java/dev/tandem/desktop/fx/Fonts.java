package dev.tandem.desktop.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts the application brings along, so that every machine shows the same.
///
/// JavaFX reaches the weights between regular and bold only by a family's name, and has no switch
/// for font features. So there is a family per weight, one with figures of one width for whatever
/// counts, and a family for code that has no ligatures.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String TEXT_MEDIUM = "Inter Medium";
    public static final String TEXT_SEMI_BOLD = "Inter SemiBold";
    public static final String TABULAR = "Inter Tabular";
    public static final String TABULAR_SEMI_BOLD = "Inter Tabular SemiBold";
    public static final String CODE = "JetBrains Mono NL";
    public static final String CODE_SEMI_BOLD = "JetBrains Mono NL SemiBold";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "Inter-Bold.ttf",
                    "InterTabular-Regular.ttf",
                    "InterTabular-SemiBold.ttf",
                    "JetBrainsMonoNL-Regular.ttf",
                    "JetBrainsMonoNL-SemiBold.ttf",
                    "JetBrainsMonoNL-Bold.ttf",
                    "JetBrainsMonoNL-Italic.ttf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes the families known to JavaFX, once; any thread. To be called before anything is shown:
    /// where Pango shapes text, it keeps to the fonts it knew when it did so first, and a line with
    /// combining characters would be drawn in another font.
    public static synchronized void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, 0) == null) {
                throw new IllegalStateException("The font " + file + " cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
