package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;

import dev.tandem.protocol.api.ExportFormat;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// What an interview can be handed on as. FX thread.
public final class ExportMenu extends MenuButton {
    /// @param id by which tests find it, and with a format's word behind it that format
    public ExportMenu(String id, Consumer<ExportFormat> onChosen) {
        super("Export…");
        named(id, this);
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .setAll(
                        Arrays.stream(ExportFormat.values())
                                .map(format -> item(id, format, onChosen))
                                .toList());
    }

    private static MenuItem item(String id, ExportFormat format, Consumer<ExportFormat> onChosen) {
        MenuItem item = new MenuItem(format.title());
        item.setId(id + "-" + format.word());
        item.setOnAction(_ -> onChosen.accept(format));
        return item;
    }
}
