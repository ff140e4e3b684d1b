package dev.tandem.desktop.changes;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Floating;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.role.Capability;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Opens a list of the latest changes of the code, from which one can be taken back. While it is
/// closed it does nothing at all. FX thread.
public final class ChangesButton extends Button {
    private static final double WIDTH = 508;
    private static final double HEIGHT = 324;

    /// What is left of the changes is looked up at most this often.
    private static final Duration STEP = Duration.millis(300);

    private final RoomStore room;
    private final Consumer<Change> onRevert;
    private final ListView<Change> list = named("changes", new ListView<>());
    private final Floating floating;
    private final PauseTransition soon = new PauseTransition(STEP);
    private final ListChangeListener<Change> follow = _ -> changed();
    private Map<Integer, Integer> lines = Map.of();
    private boolean looking;
    private boolean stale;

    /// @param onRevert when a change is to be taken back
    public ChangesButton(RoomStore room, Consumer<Change> onRevert) {
        super("Changes");
        this.room = room;
        this.onRevert = onRevert;
        floating = new Floating(content());
        floating.onHidden(this::close);
        soon.setOnFinished(_ -> look());
        setOnAction(_ -> toggle());
        setAccessibleText("Latest changes of the code");
    }

    private VBox content() {
        list.setCellFactory(
                _ -> new ChangeCell(room, change -> lines.get(change.first()), this::revert));
        list.setPlaceholder(
                styled(new Label("What is changed in the code will be listed here."), "muted"));
        list.setAccessibleText("Latest changes, newest first");
        list.setPrefSize(WIDTH, HEIGHT);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        Label end =
                styled(
                        new Label(
                                "What was changed before you came in, or came back, is not here."),
                        "muted",
                        "caption");
        return styled(
                new VBox(8, styled(new Label("Latest changes"), "heading"), list, end), "changes");
    }

    private void toggle() {
        if (!floating.isShowing()) {
            list.setItems(room.changes());
            room.changes().addListener(follow);
            look();
            list.getSelectionModel().selectFirst();
        }
        floating.toggleBelow(this);
        list.requestFocus();
    }

    private void changed() {
        stale = true;
        if (!looking) {
            soon.play();
        }
    }

    private void look() {
        looking = true;
        stale = false;
        room.findWhatIsLeft(found -> {
            looking = false;
            lines = found;
            list.refresh();
            if (stale && floating.isShowing()) {
                soon.play();
            }
        });
    }

    private void close() {
        room.changes().removeListener(follow);
        soon.stop();
        list.setItems(FXCollections.observableArrayList());
    }

    private void onKey(KeyEvent event) {
        Change selected = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && selected != null) {
            event.consume();
            revert(selected);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            floating.hide(); // a list takes the key for itself
        }
    }

    private void revert(Change change) {
        if (room.may(Capability.EDIT)) {
            room.findWhatIsLeft(found -> {
                if (found.getOrDefault(change.first(), 0) > 0) {
                    onRevert.accept(change);
                    look();
                }
            });
        }
    }
}
