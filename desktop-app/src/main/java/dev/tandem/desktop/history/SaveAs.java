package dev.tandem.desktop.history;

import dev.tandem.protocol.api.ExportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where a file is to go. FX thread.
@FunctionalInterface
public interface SaveAs {
    /// Empty if it is to go nowhere.
    Optional<Path> ask(Window owner, String name, ExportFormat format);

    /// The system's own question.
    static Optional<Path> ofSystem(Window owner, String name, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the interview");
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.title(), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
