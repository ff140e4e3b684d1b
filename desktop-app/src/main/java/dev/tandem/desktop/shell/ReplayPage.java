package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.replay.RecordingLoader;
import dev.tandem.desktop.replay.Replay;
import dev.tandem.desktop.replay.ReplayModel;
import dev.tandem.desktop.replay.UnreadableRecording;
import dev.tandem.desktop.session.RecordedChat;
import dev.tandem.desktop.session.RecordedRoom;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a window shows while a recording is opened, and then the recording; or why it cannot be
/// shown. It ends when it is in no window any more. FX thread.
public final class ReplayPage extends StackPane {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayPage.class);

    private final List<Node> actions;
    private final Runnable onClose;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ProgressBar progress = named("opening", new ProgressBar(0));
    private @Nullable Thread loading;
    private @Nullable ReplayModel model;

    private ReplayPage(List<Node> actions, Runnable onClose) {
        this.actions = List.copyOf(actions);
        this.onClose = onClose;
        styled(this, "window");
        sceneProperty().subscribe(this::followScene);
    }

    /// Opens a recording that has to be fetched first.
    ///
    /// @param loader runs on a thread of its own, and is interrupted when one goes back before
    /// @param actions what else can be done with it, for its header
    /// @param onClose when one wants to go back
    static ReplayPage open(RecordingLoader loader, List<Node> actions, Runnable onClose) {
        ReplayPage page = new ReplayPage(actions, onClose);
        page.say("Opening the recording…", page.progress);
        page.loading = Thread.ofVirtual().name("recording").start(() -> page.load(loader));
        return page;
    }

    /// What the interview is called; empty until that is known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    // On a thread of its own.
    private void load(RecordingLoader loader) {
        try {
            Replay replay = Replay.of(loader.load(this::showProgress));
            RecordedChat chat = RecordedChat.of(replay.recording().events());
            Platform.runLater(() -> show(replay, chat));
        } catch (UnreadableRecording e) {
            fail(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // one went back
        } catch (RuntimeException e) {
            LOG.error("a recording cannot be opened", e);
            fail("This recording cannot be shown.");
        }
    }

    private void showProgress(double part) {
        Platform.runLater(() -> progress.setProgress(part));
    }

    private void show(Replay replay, RecordedChat chat) {
        if (loading == null) {
            return; // one went back meanwhile
        }
        ReplayModel opened = new ReplayModel(replay);
        model = opened;
        String name = replay.recording().title();
        ReplayDesk desk = new ReplayDesk(name, opened, new RecordedRoom(chat), onClose);
        desk.offer(actions);
        title.set(name);
        getChildren().setAll(desk);
        desk.applyCss();
        desk.focusPlayer();
    }

    private void fail(String sentence) {
        Platform.runLater(() -> say(sentence, null));
    }

    private void say(String sentence, @Nullable ProgressBar below) {
        Label words = named("replay-words", styled(new Label(sentence), "lead"));
        words.setWrapText(true);
        Button back = named("close-replay", new Button(below == null ? "Back" : "Cancel"));
        back.setCancelButton(true);
        back.setOnAction(_ -> onClose.run());
        VBox column = styled(new VBox(16, words), "replay-opening");
        if (below != null) {
            column.getChildren().add(below);
        }
        column.getChildren().add(back);
        getChildren().setAll(column);
    }

    private void followScene(@Nullable Scene before, @Nullable Scene now) {
        if (before != null && now == null) {
            if (loading != null) {
                loading.interrupt();
                loading = null;
            }
            if (model != null) {
                model.close();
            }
        }
    }
}
