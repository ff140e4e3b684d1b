package dev.tandem.desktop.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/// Something that opens below a control and goes away by Escape, by a click elsewhere, or when it
/// has been used. FX thread.
public final class Floating {
    private static final double GAP = 4;

    /// Room around the content for the shadow.
    private static final double MARGIN = 16;

    private final Popup popup = new Popup();
    private final Pane frame;

    public Floating(Node content) {
        StackPane card = Nodes.styled(new StackPane(content), "floating");
        frame = Nodes.styled(new StackPane(card), "floating-frame");
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setConsumeAutoHidingEvents(false);
    }

    /// Opens below `anchor`, the right edges in one line; a second call closes it again.
    public void toggleBelow(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds at = anchor.localToScreen(anchor.getLayoutBounds());
        popup.show(anchor, at.getMaxX(), at.getMaxY() + GAP - MARGIN);
        popup.setAnchorX(at.getMaxX() - frame.getWidth() + MARGIN);
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    /// What is run after it went away, however it did.
    public void onHidden(Runnable action) {
        popup.setOnHidden(_ -> action.run());
    }
}
