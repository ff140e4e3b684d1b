package dev.tandem.desktop.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// What can wait until the frame is laid out that is due, and comes with the one after it: so what
/// matters most is on screen first. Of what is put off meanwhile, the last is done. FX thread.
public final class NextFrame {
    private final Node node;
    private final Runnable onLayout = this::laidOut;
    private @Nullable Scene scene;
    private @Nullable Runnable waiting;

    /// @param node whose window's frames they are; while it is in none, nothing waits
    public NextFrame(Node node) {
        this.node = node;
        node.sceneProperty().subscribe(this::goOn);
    }

    public void run(Runnable action) {
        waiting = action;
        if (node.getScene() == null) {
            goOn();
        } else if (scene == null) {
            scene = node.getScene();
            scene.addPostLayoutPulseListener(onLayout);
            Platform.requestNextPulse();
        }
    }

    // What changed now would be drawn without being laid out.
    private void laidOut() {
        Platform.runLater(this::goOn);
    }

    private void goOn() {
        Runnable action = waiting;
        waiting = null;
        if (scene != null) {
            scene.removePostLayoutPulseListener(onLayout);
            scene = null;
        }
        if (action != null) {
            action.run();
        }
    }
}
