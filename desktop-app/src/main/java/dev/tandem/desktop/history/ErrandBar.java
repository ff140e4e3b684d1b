package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Tone;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How many interviews there are, and what is being done with one. FX thread.
final class ErrandBar extends HBox {
    private final Label count = named("history-count", new Label());
    private final Label errand = named("history-errand", new Label());
    private final Hyperlink cancel = named("history-cancel", new Hyperlink("Cancel"));

    ErrandBar(ListModel model) {
        count.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        getChildren().addAll(count, spring(), errand, cancel);
        styled(this, "status-bar");
        model.pages().stateProperty().subscribe(this::show);
        model.errandProperty().subscribe(this::show);
    }

    /// While a list is awaited the count of the one before it stays.
    private void show(Pages.State state) {
        switch (state) {
            case Pages.State.Loading _ -> {}
            case Pages.State.Ready(String words) -> count.setText(words);
            case Pages.State.Failed _ -> count.setText("");
        }
    }

    private void show(Errand now) {
        errand.setText(now.sentence());
        (now.state() == Errand.State.FAILED ? Tone.BAD : Tone.NEUTRAL).paint(errand);
        cancel.setVisible(now.state() == Errand.State.CANCELLABLE);
        cancel.setManaged(cancel.isVisible());
    }
}
