package dev.tandem.desktop.fx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A text as a file, where its owner wants it. FX thread.
///
/// @param title what the question for the place is called: `Save a receipt`
/// @param name what the file is called if its owner says nothing else
public record TextFile(String title, String name, String text) {
    private static final Logger LOG = LoggerFactory.getLogger(TextFile.class);

    /// Asks for a place, and writes it there.
    public void askAndWrite(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            write(owner, file.toPath());
        }
    }

    private void write(Window owner, Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            LOG.warn("{} was not saved: {}", name, e.toString());
            Alert alert =
                    new Alert(
                            Alert.AlertType.ERROR,
                            "The file cannot be written there; choose another place.");
            alert.initOwner(owner);
            alert.show();
        }
    }
}
