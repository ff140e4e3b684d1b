package dev.tandem.desktop.editor;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Where a person is whose caret is out of sight. A click goes there. FX thread.
final class CaretMark extends Region {
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final String name;
    private final Tooltip tooltip = new Tooltip();

    CaretMark(PersonMark person, Runnable onClick) {
        name = person.name();
        getStyleClass().add("caret-mark");
        person.color().paint(this);
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tooltip);
        setOnMouseClicked(_ -> onClick.run());
    }

    String name() {
        return name;
    }

    /// @param beside whether it stands beside the caret's line instead of at the scroll bar
    /// @param words who is where
    void show(boolean beside, String words) {
        pseudoClassStateChanged(BESIDE, beside);
        setVisible(true);
        if (!words.equals(tooltip.getText())) {
            tooltip.setText(words);
            setAccessibleText(words);
        }
    }
}
