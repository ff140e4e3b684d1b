package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.keepFresh;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/// Shows the end of what grows, unless the person has scrolled up to read: then what they read
/// stays where it is. FX thread.
final class FollowingScroll extends ScrollPane {
    private static final double NEAR = 8;

    private final Region content;
    private final ReadOnlyBooleanWrapper following =
            new ReadOnlyBooleanWrapper(this, "following", true);
    private double offset;
    private boolean placing;

    FollowingScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        keepFresh(this::place, content.heightProperty(), viewportBoundsProperty());
        keepFresh(this::onScroll, vvalueProperty());
    }

    /// A viewport is drawn from a picture of itself, which is made anew for each line that comes;
    /// each is as large as the pane, and the one before waits a while for its memory to be freed.
    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }

    /// Whether the end is in sight, and will be.
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    void follow() {
        following.set(true);
        place();
    }

    private void onScroll() {
        if (!placing) {
            offset = getVvalue() * hidden();
            following.set(hidden() - offset < NEAR);
        }
    }

    private void place() {
        placing = true;
        if (hidden() > 0) {
            setVvalue(following.get() ? 1 : Math.min(1, offset / hidden()));
        }
        placing = false;
    }

    /// How much of the content has no room.
    private double hidden() {
        return Math.max(0, content.getHeight() - getViewportBounds().getHeight());
    }
}
