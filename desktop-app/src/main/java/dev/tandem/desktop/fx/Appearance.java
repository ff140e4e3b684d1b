package dev.tandem.desktop.fx;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/// Light or dark, for all windows of the application at once. FX thread.
///
/// One is made before the first window is shown, and kept as long as the application runs: while
/// the theme is [Theme#SYSTEM] it follows the desktop's change from day to night.
public final class Appearance {
    private static final List<String> STYLESHEETS =
            List.of(
                    resource("tandem.css"),
                    resource("editor.css"),
                    resource("start.css"),
                    resource("room.css"),
                    resource("run.css"),
                    resource("history.css"),
                    resource("replay.css"));

    private final ObjectProperty<Theme> theme;
    private final BooleanBinding dark;

    public Appearance(Theme theme) {
        Fonts.load();
        ReadOnlyObjectProperty<ColorScheme> system =
                Platform.getPreferences().colorSchemeProperty();
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.dark =
                Bindings.createBooleanBinding(
                        () -> this.theme.get().isDark(system.get()), this.theme, system);
        dark.subscribe(Appearance::paint);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public void setTheme(Theme chosen) {
        theme.set(chosen);
    }

    /// Whether the windows are dark at the moment, whatever that follows from.
    public ObservableBooleanValue darkProperty() {
        return dark;
    }

    /// Gives a window's content our type, measures and controls; before it is shown.
    public void dress(Scene scene) {
        scene.getStylesheets().addAll(0, STYLESHEETS);
    }

    private static void paint(boolean dark) {
        Application.setUserAgentStylesheet(resource(dark ? "dark.css" : "light.css"));
    }

    private static String resource(String name) {
        URL url = Appearance.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
