package dev.tandem.desktop.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recovery codes as a file, to be printed or put away. FX thread.
final class RecoveryFile {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryFile.class);

    private RecoveryFile() {}

    static void askAndWrite(Window owner, String email, List<String> codes) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the recovery codes");
        chooser.setInitialFileName("tandem-recovery-codes.txt");
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            write(owner, file.toPath(), text(email, codes));
        }
    }

    static String text(String email, List<String> codes) {
        return "Recovery codes of %s for Tandem. Each is good once.%n%n%s%n"
                .formatted(email, String.join(System.lineSeparator(), codes));
    }

    private static void write(Window owner, Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            LOG.warn("the recovery codes were not saved: {}", e.toString());
            Alert alert =
                    new Alert(
                            Alert.AlertType.ERROR,
                            "The file cannot be written there; choose another place.");
            alert.initOwner(owner);
            alert.show();
        }
    }
}
