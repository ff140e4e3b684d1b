package dev.tandem.desktop.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/// Brings what shows time up to date, several times a second, as long as its node is in a scene. FX
/// thread.
public final class Ticker {
    private static final Duration STEP = Duration.millis(200);

    private Ticker() {}

    public static void attach(Node node, Runnable refresh) {
        Timeline timeline = new Timeline(new KeyFrame(STEP, _ -> refresh.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        timeline.stop();
                    } else {
                        refresh.run();
                        timeline.play();
                    }
                });
    }
}
