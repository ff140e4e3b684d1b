package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Floating;
import dev.tandem.desktop.fx.Pill;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.language.Languages;
import dev.tandem.protocol.room.Run;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens a list of the last runs, newest first, from which one can be looked at again. FX thread.
final class RunHistory extends Button {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 220;

    private final RunModel model;
    private final ListView<Run> list = named("runs", new ListView<>());
    private final Floating floating;

    RunHistory(RunModel model) {
        this.model = model;
        named("run-history", styled(this, "flat", "icon"));
        setGraphic(new FontIcon(Feather.CLOCK));
        setAccessibleText("Earlier runs");
        setTooltip(new Tooltip("Earlier runs"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(styled(new Label("What is run will be listed here."), "muted"));
        list.setAccessibleText("Runs, newest first");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setOnMouseClicked(_ -> choose());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        floating =
                new Floating(
                        styled(new VBox(8, styled(new Label("Runs"), "heading"), list), "changes"));
        setOnAction(_ -> open());
    }

    private void open() {
        list.getItems().setAll(model.room().runsProperty().get().all().reversed());
        list.getSelectionModel().select(model.shownProperty().get());
        floating.toggleBelow(this);
        list.requestFocus();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            floating.hide();
        }
    }

    private void choose() {
        Run run = list.getSelectionModel().getSelectedItem();
        if (run != null) {
            floating.hide();
            model.choose(run.runId());
        }
    }

    private final class Cell extends ListCell<Run> {
        @Override
        protected void updateItem(@Nullable Run run, boolean empty) {
            super.updateItem(run, empty);
            setGraphic(run == null ? null : row(run));
        }

        private HBox row(Run run) {
            Label who = new Label(model.beginning(run));
            Label what = styled(new Label(Languages.of(run.language()).name()), "muted", "caption");
            Verdict verdict =
                    run.finished() == null
                            ? new Verdict(Tone.INFO, "running", "")
                            : Verdict.of(run, run.finished(), null);
            HBox row = new HBox(8, who, what, spring(), new Pill(verdict.tone(), verdict.words()));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
