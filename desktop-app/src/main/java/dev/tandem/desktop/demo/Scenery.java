package dev.tandem.desktop.demo;

import dev.tandem.desktop.fx.Snapshots;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
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

    /// The first window with all that stands before it: questions, menus, panels.
    static Image picture() {
        Window first = Window.getWindows().getFirst();
        Group windows = new Group();
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                ImageView view = new ImageView(pictureOf(window.getScene()));
                view.relocate(window.getX() - first.getX(), window.getY() - first.getY());
                windows.getChildren().add(view);
            }
        }
        return Snapshots.of(windows);
    }

    /// With what is transparent left so, as around the shadow of a panel.
    private static Image pictureOf(Scene scene) {
        WritableImage picture = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return scene.getRoot().snapshot(parameters, picture);
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
