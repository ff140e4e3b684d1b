package dev.tandem.desktop.shell;

import dev.tandem.desktop.connection.KnownRelays;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.Trust;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.start.Memory;
import dev.tandem.relay.config.UserDataFolder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application: one window, from its start to its end. FX thread.
public final class TandemApplication extends Application {
    private static final int UNUSABLE_ARGUMENTS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private @Nullable Network network;

    @Override
    public void start(Stage stage) {
        UncaughtExceptions.handleAll();
        Platform.setImplicitExit(false);
        try {
            open(stage, Arguments.parse(getParameters().getRaw()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(UNUSABLE_ARGUMENTS);
        }
    }

    private void open(Stage stage, Arguments arguments) {
        network = new Network(new Trust(KnownRelays.ofPerson()));
        Entrances entrances = new Entrances(network, folder(arguments), Memory.ofPerson());
        InterviewWindow window =
                new InterviewWindow(stage, new Appearance(arguments.theme()), entrances);
        arguments
                .recording()
                .ifPresentOrElse(window::showRecording, () -> window.showStart(arguments.invite()));
        stage.showingProperty().subscribe((_, _) -> exitWhenQuiet(entrances));
    }

    private static Path folder(Arguments arguments) {
        Path given = arguments.data();
        return given == null ? UserDataFolder.path().resolve("hosted") : given;
    }

    /// The window is gone at once; what one has left is still told to others, and to the disk.
    private static void exitWhenQuiet(Entrances entrances) {
        var _ =
                entrances
                        .quiet()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((_, _) -> Platform.exit());
    }

    @Override
    public void stop() {
        if (network != null) {
            network.close();
        }
    }
}
