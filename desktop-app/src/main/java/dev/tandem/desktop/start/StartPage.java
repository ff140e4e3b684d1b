package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.styled;
import static javafx.application.Platform.runLater;

import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What a window shows before it is in a room: join on the left, host on the right. FX thread.
public final class StartPage extends HBox {
    private static final double LEAST_EDGE = 32;
    private static final double LARGEST_EDGE = 88;

    private final JoinForm join;

    /// Both ways in.
    ///
    /// @param onAccount when someone wants to see to their account at the relay that they wrote
    ///   down
    /// @param onHistory when someone wants to see past interviews
    /// @param onRecording when someone wants to open a recording
    public StartPage(
            StartModel model, Runnable onAccount, Runnable onHistory, Runnable onRecording) {
        join = new JoinForm(model.join(), onRecording);
        ScrollPane host = side(new HostForm(model.host(), onAccount, onHistory));
        model.host().codeWantedProperty().subscribe((_, _) -> runLater(() -> showEnd(host)));
        getChildren().addAll(side(join), styled(host, "panel", "line-left"));
        styled(this, "window", "start-page");
    }

    public void focusFirst() {
        join.focusFirst();
    }

    /// Where a field has come in at the end, it and the button below it have to be in sight.
    private static void showEnd(ScrollPane side) {
        side.layout(); // which keeps what was in sight there
        side.setVvalue(side.getVmax());
    }

    /// One half of the window, with less around it the smaller the window is.
    private ScrollPane side(Region form) {
        ScrollPane side = new ScrollPane(form);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.prefWidthProperty().bind(widthProperty().divide(2));
        side.setFocusTraversable(false);
        HBox.setHgrow(side, Priority.ALWAYS);
        keepFresh(() -> form.setPadding(edges()), widthProperty(), heightProperty());
        return side;
    }

    private Insets edges() {
        double above = Math.clamp((getHeight() - 480) * 0.14, LEAST_EDGE, LARGEST_EDGE);
        double beside = Math.clamp(getWidth() * 0.06875, LEAST_EDGE, LARGEST_EDGE);
        return new Insets(above, beside, LEAST_EDGE / 2, beside);
    }
}
