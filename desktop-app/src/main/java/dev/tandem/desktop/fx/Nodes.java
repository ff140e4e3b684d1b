package dev.tandem.desktop.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small things that every screen does with nodes. FX thread.
public final class Nodes {
    private Nodes() {}

    /// Gives a node style classes, and returns it.
    public static <N extends Node> N styled(N node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /// Gives a node the id by which style sheets and tests find it, and returns it.
    public static <N extends Node> N named(String id, N node) {
        node.setId(id);
        return node;
    }

    /// Lets a node take what room is left in a row or a column, and returns it.
    public static <N extends Node> N growing(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// Room that pushes its neighbours in a row apart.
    public static Region spring() {
        return growing(new Region());
    }

    /// Runs `refresh` now and after every change of one of the values.
    public static void keepFresh(Runnable refresh, ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.subscribe((_, _) -> refresh.run());
        }
        refresh.run();
    }

    /// Shows a node exactly while `shown`; otherwise it takes no room.
    public static void showWhile(ObservableValue<Boolean> shown, Node node) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
