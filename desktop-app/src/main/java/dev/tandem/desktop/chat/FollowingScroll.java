package dev.tandem.desktop.chat;

import static dev.tandem.desktop.fx.Nodes.keepFresh;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/// Shows the end of what grows, unless the person has scrolled up to read: then what they read
/// stays where it is. FX thread.
final class FollowingScroll extends ScrollPane {
    private static final double NEAR = 8;

    /// So near to the beginning more of it is asked for.
    private static final double NEAR_TOP = 200;

    private final Region content;
    private final ReadOnlyBooleanWrapper following =
            new ReadOnlyBooleanWrapper(this, "following", true);
    private BooleanSupplier onTop = () -> false;
    private double offset;
    private double height;
    private boolean grewAbove;
    private boolean placing;

    FollowingScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // What is inside is never squeezed, and the pane takes what room there is: to ask how small
        // or large it would be goes through every line.
        content.setMinSize(0, 0);
        setPrefViewportHeight(NEAR_TOP);
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

    /// Adds to what is shown, above it, when its beginning is near; says whether there was more.
    void setOnTop(BooleanSupplier more) {
        onTop = more;
    }

    private void onScroll() {
        if (!placing) {
            offset = getVvalue() * hidden();
            following.set(hidden() - offset < NEAR);
            lookAbove();
        }
    }

    private void lookAbove() {
        if (isNearTop()) {
            Platform.runLater(this::showMoreAbove); // not while everything is laid out
        }
    }

    private void showMoreAbove() {
        if (isNearTop() && !grewAbove) {
            grewAbove = onTop.getAsBoolean();
        }
    }

    private boolean isNearTop() {
        return getViewportBounds().getHeight() > 0
                && content.getHeight() > 0
                && getVvalue() * hidden() < NEAR_TOP;
    }

    private void place() {
        if (grewAbove && content.getHeight() > height) {
            offset += content.getHeight() - height;
            grewAbove = false;
        }
        height = content.getHeight();
        placing = true;
        if (hidden() > 0) {
            setVvalue(following.get() ? 1 : Math.min(1, offset / hidden()));
        }
        placing = false;
        lookAbove();
    }

    /// How much of the content has no room.
    private double hidden() {
        return Math.max(0, content.getHeight() - getViewportBounds().getHeight());
    }
}
