package dev.tandem.desktop.people;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt as a file, where its owner wants it. FX thread.
final class ReceiptFile {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptFile.class);

    private ReceiptFile() {}

    static void askAndWrite(Window owner, String text) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save a receipt");
        chooser.setInitialFileName("tandem-receipt.txt");
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            write(owner, file.toPath(), text);
        }
    }

    private static void write(Window owner, Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            LOG.warn("the receipt was not saved: {}", e.toString());
            Alert alert =
                    new Alert(
                            Alert.AlertType.ERROR,
                            "The file cannot be written there; choose another place.");
            alert.initOwner(owner);
            alert.show();
        }
    }
}
