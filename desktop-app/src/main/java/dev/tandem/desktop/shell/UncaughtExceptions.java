package dev.tandem.desktop.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody expected: the log gets all of it, the person one sentence. Any thread.
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtExceptions.class);
    private static final String SENTENCE =
            "Something went wrong in Tandem. What you wrote is kept; if anything looks odd, close"
                    + " this window and join again with the same code.";

    private final AtomicBoolean shown = new AtomicBoolean();

    static void handleAll() {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtExceptions());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        LOG.error("uncaught on {}", thread.getName(), problem);
        if (shown.compareAndSet(false, true)) {
            Platform.runLater(this::tell);
        }
    }

    private void tell() {
        Alert alert = new Alert(AlertType.WARNING, SENTENCE, ButtonType.OK);
        alert.setTitle("Tandem");
        alert.setHeaderText(null);
        alert.setOnHidden(_ -> shown.set(false));
        alert.show();
    }
}
