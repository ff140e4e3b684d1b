package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class NextFrameTest {
    private final Pane pane = new Pane();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private Scene scene;
    private NextFrame next;

    @Start
    void start(Stage stage) {
        scene = new Scene(pane, 200, 100);
        next = new NextFrame(pane);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theLastIsDoneOnceAFrameIsLaidOut() {
        Runnable onLayout = () -> happened.add("frame");
        Fx.run(() -> {
            scene.addPostLayoutPulseListener(onLayout);
            next.run(() -> happened.add("first"));
            next.run(() -> happened.add("last"));
        });
        Fx.waitUntil(() -> happened.contains("last"));
        Fx.run(() -> scene.removePostLayoutPulseListener(onLayout));
        assertThat(happened).startsWith("frame").doesNotContain("first");

        Fx.run(() -> next.run(() -> happened.add("another")));
        Fx.waitUntil(() -> happened.contains("another"));
        Fx.waitForFrames();
        assertThat(happened).filteredOn("last"::equals).hasSize(1);
    }

    @Test
    void nothingWaitsForAWindowThatIsNotThere() {
        List<String> seen =
                Fx.call(() -> {
                    next.run(() -> happened.add("waiting"));
                    scene.setRoot(new Pane());
                    next.run(() -> happened.add("at once"));
                    return List.copyOf(happened);
                });
        assertThat(seen).containsExactly("waiting", "at once");
    }
}
