package dev.tandem.desktop;

import dev.tandem.desktop.fx.TextLayouts;
import dev.tandem.desktop.shell.TandemApplication;
import javafx.application.Application;

/// Starts the application. It is a class of its own, since Java will not run one that extends
/// `Application` from the class path.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        TextLayouts.keepFew();
        Application.launch(TandemApplication.class, args);
    }
}
