package dev.tandem.desktop.fx;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/// What a colour says about a state; the words beside it say the same.
public enum Tone {
    OK("ok"),
    BAD("bad"),
    WARN("warn"),
    INFO("info"),
    NEUTRAL("neutral");

    private static final List<String> ALL = Arrays.stream(values()).map(Tone::styleClass).toList();

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }

    /// Colours a node, in place of the tone it had. One that has it is not styled anew, since until
    /// that is done its text would have the size of no style at all. FX thread.
    public void paint(Node node) {
        if (!node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().removeAll(ALL);
            node.getStyleClass().add(styleClass);
        }
    }
}
