package dev.tandem.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// Asks for a file that a relay exported. FX thread.
final class RecordingChooser {
    private RecordingChooser() {}

    /// Empty if there is to be none.
    ///
    /// @param title of the question: `Open a recording`
    static Optional<Path> ask(Window owner, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter("Recordings", "*.tandem", "*.jsonl", "*.json"),
                        new ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
