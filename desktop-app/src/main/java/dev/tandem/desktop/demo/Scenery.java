package dev.tandem.desktop.demo;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/// What can be seen in all windows of this process. FX thread.
final class Scenery {
    private Scenery() {}

    /// The first visible node that `selector` finds, in the newest window first.
    static Optional<Node> find(String selector) {
        return findAll(selector).findFirst();
    }

    private static Stream<Node> findAll(String selector) {
        return Window.getWindows().reversed().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .filter(Scenery::isVisible);
    }

    /// The first visible node that `selector` finds and that says `words`.
    static Optional<Node> findText(String selector, String words) {
        return findAll(selector).filter(node -> text(node).equals(words)).findFirst();
    }

    private static boolean isVisible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static String text(Node node) {
        return switch (node) {
            case TextInputControl input -> input.getText();
            case Labeled labeled -> labeled.getText();
            case Node other ->
                    throw new IllegalArgumentException(
                            "no text in a " + other.getClass().getSimpleName());
        };
    }
}
