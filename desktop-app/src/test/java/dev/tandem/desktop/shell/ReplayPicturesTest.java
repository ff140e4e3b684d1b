package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.desktop.history.SaveAs;
import dev.tandem.desktop.replay.Hour;
import dev.tandem.desktop.replay.Mark;
import dev.tandem.desktop.replay.Moment;
import dev.tandem.desktop.replay.Recording;
import dev.tandem.desktop.replay.Replay;
import dev.tandem.desktop.replay.ReplayModel;
import dev.tandem.desktop.session.RecordedChat;
import dev.tandem.desktop.session.RecordedRoom;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/// An hour's interview as it is read again, in both themes and in the usual and the smallest size.
/// The pictures are in `target/pictures`.
@ExtendWith(OnStage.class)
final class ReplayPicturesTest {
    private static Appearance appearance;

    private Stage stage;
    private ReplayModel model;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        appearance = new Appearance(Theme.LIGHT);
    }

    @AfterEach
    void end() {
        Fx.run(() -> {
            model.close();
            stage.hide();
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600"})
    void everyWordHasRoom(Theme theme, int width, int height) throws Exception {
        Recording recording = Hour.talk().recording();
        Replay replay = Replay.of(recording);
        RecordedChat chat = RecordedChat.of(recording.events());
        Scene scene =
                Fx.call(() -> {
                    appearance.setTheme(theme);
                    model = new ReplayModel(replay);
                    ReplayDesk desk =
                            new ReplayDesk(
                                    recording.title(), model, new RecordedRoom(chat), () -> {});
                    desk.offer(
                            ReplayActions.of(
                                    new KeptInterview(null, "", null), SaveAs::ofSystem, () -> {}));
                    Scene shown = new Scene(desk, width, height);
                    appearance.dress(shown);
                    stage.setScene(shown);
                    stage.show();
                    return shown;
                });
        Mark handedIn =
                replay.story().marks().stream()
                        .filter(mark -> mark.words().contains("time limit"))
                        .findFirst()
                        .orElseThrow();
        Fx.run(() -> model.goTo(handedIn));
        keep("replay-%d".formatted(width), theme, scene);

        Fx.run(() -> {
            model.goTo(replay.story().marks().getLast());
            model.authorsProperty().set(true);
            aim(scene.lookup("#time-line"));
            ((ToggleButton) scene.lookup("#tab-marks")).setSelected(true);
        });
        Fx.waitUntil(() -> scene.lookup(".written") != null);
        keep("replay-authors-%d".formatted(width), theme, scene);
        assertThat(Fx.call(() -> scene.lookup("#preview").isVisible())).isTrue();
    }

    private void keep(String name, Theme theme, Scene scene) throws Exception {
        Fx.waitUntil(() -> {
            Moment moment = model.momentProperty().get();
            return moment != null && moment.state().at() >= model.instantProperty().get();
        });
        Fx.waitUntil(() -> scene.lookup(".syntax-keyword") != null);
        Fx.waitForFrames();
        Pictures.keep(name, theme, Fx.call(() -> Snapshots.of(scene)));
        assertThat(Fx.call(() -> cutOff(scene.getRoot()))).as(name).isEmpty();
    }

    /// Where Mert pasted.
    private static void aim(Node line) {
        Point2D at = line.localToScene(line.getLayoutBounds().getWidth() * 0.443, 40);
        Event.fireEvent(
                line,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        true,
                        true,
                        null));
    }

    /// What a mark says is cut where a name is long, and has a tooltip.
    private static String cutOff(Node node) {
        if (!node.isVisible()
                || node.getStyleClass().contains("code-editor")
                || node.getStyleClass().contains("marks")) {
            return "";
        }
        if (node instanceof Labeled words
                && !words.isWrapText()
                && words.getWidth() + 0.5 < words.prefWidth(-1)) {
            return words.getText();
        }
        StringBuilder all = new StringBuilder();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(cutOff(child)));
        }
        return all.toString();
    }
}
