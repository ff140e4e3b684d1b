package dev.tandem.desktop.fx;

import javafx.application.ColorScheme;

/// The look a person has chosen.
public enum Theme {
    /// As the desktop around the window is at the moment.
    SYSTEM,
    LIGHT,
    DARK;

    boolean isDark(ColorScheme system) {
        return switch (this) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }
}
