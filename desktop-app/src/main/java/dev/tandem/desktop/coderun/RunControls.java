package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.coderun.RunModel.Action;
import dev.tandem.protocol.role.Capability;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Hands code in, runs it, and stops it. FX thread.
public final class RunControls extends HBox {
    private final RunModel model;
    private final Button run = named("run", new Button("Run"));
    private final Tooltip hint = new Tooltip();

    public RunControls(RunModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(submit(), run);
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(_ -> model.act());
        run.disableProperty().bind(model.readyProperty().not());
        hint.setWrapText(true);
        hint.setMaxWidth(320);
        run.setTooltip(hint);
        showWhile(model.allowedProperty(), run);
        keepFresh(
                this::show,
                model.actionProperty(),
                model.room().runnerProperty(),
                model.room().languageProperty());
    }

    private Button submit() {
        Button submit = named("submit", new Button("Submit"));
        submit.setTooltip(new Tooltip("Hand in the code as it is now. It is kept for good."));
        submit.setMinWidth(USE_PREF_SIZE);
        submit.setOnAction(_ -> model.submit());
        showWhile(
                model.room().mayProperty().map(rights -> rights.contains(Capability.SUBMIT)),
                submit);
        return submit;
    }

    private void show() {
        boolean stops = model.actionProperty().get() == Action.STOP;
        run.setText(stops ? "Stop" : "Run");
        run.setGraphic(new FontIcon(stops ? Feather.SQUARE : Feather.PLAY));
        run.getStyleClass().removeAll("success", "danger");
        styled(run, stops ? "danger" : "success");
        hint.setText(
                stops
                        ? "Stop the program for everyone"
                        : "Run the code for everyone to see (Ctrl+Enter). " + model.limits());
    }
}
