package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.styled;

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

    public StartPage(StartModel model) {
        join = new JoinForm(model.join());
        getChildren()
                .addAll(side(join), styled(side(new HostForm(model.host())), "panel", "line-left"));
        styled(this, "window", "start-page");
    }

    public void focusFirst() {
        join.focusFirst();
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
        double above = Math.clamp((getHeight() - 480) * 0.275, LEAST_EDGE, LARGEST_EDGE);
        double beside = Math.clamp(getWidth() * 0.06875, LEAST_EDGE, LARGEST_EDGE);
        return new Insets(above, beside, LEAST_EDGE / 2, beside);
    }
}
