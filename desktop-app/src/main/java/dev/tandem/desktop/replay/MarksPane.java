package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.StatusDot;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What one may want to see, in its order; a click or Enter goes there. FX thread.
public final class MarksPane extends VBox {
    private static final double TIME = 40;

    private final ReplayModel model;
    private final ListView<Mark> list = named("marks", styled(new ListView<>(), "marks"));

    public MarksPane(ReplayModel model) {
        this.model = model;
        list.getItems().setAll(model.story().marks());
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText("Starts, ends, runs, and who came and went");
        list.setOnMouseClicked(_ -> go());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().add(growing(list));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            go();
        }
    }

    private void go() {
        Mark mark = list.getSelectionModel().getSelectedItem();
        if (mark != null) {
            model.goTo(mark);
        }
    }

    private final class Cell extends ListCell<Mark> {
        @Override
        protected void updateItem(@Nullable Mark mark, boolean empty) {
            super.updateItem(mark, empty);
            setGraphic(mark == null ? null : row(mark));
            setTooltip(mark == null ? null : new Tooltip(mark.words())); // names may be long
            setPrefWidth(0); // as wide as the list
        }

        private HBox row(Mark mark) {
            Label time = styled(new Label(model.story().axis().words(mark.at())), "mark-time");
            time.setMinWidth(TIME);
            Label words = styled(new Label(mark.words()), "caption");
            HBox row = new HBox(6, time, new StatusDot(mark.tone()), words);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
