package dev.tandem.desktop;

import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/// Pictures of pages, to look at, in `target/pictures`.
public final class Pictures {
    private Pictures() {}

    /// What a scene shows, in a theme. FX thread.
    public static Image of(Scene scene, Theme theme) {
        new Appearance(theme).dress(scene);
        return Snapshots.of(scene);
    }

    /// Any thread.
    public static void keep(String name, Theme theme, Image picture) throws IOException {
        String file = "%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT));
        Snapshots.write(picture, Path.of("target", "pictures", file));
    }
}
