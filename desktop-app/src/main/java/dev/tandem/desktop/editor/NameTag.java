package dev.tandem.desktop.editor;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// The name at another person's caret. It floats over the text, goes when the caret rests, and is
/// there again when it moves. FX thread.
final class NameTag extends Label {
    private static final Duration REST = Duration.seconds(2);
    private static final Duration FADE = Duration.millis(250);
    private static final double GAP = 2;

    private final SequentialTransition goes;

    NameTag() {
        getStyleClass().add("name-tag");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false); // until it is known where the caret is
        FadeTransition fade = new FadeTransition(FADE, this);
        fade.setToValue(0);
        goes = new SequentialTransition(new PauseTransition(REST), fade);
    }

    void wake() {
        goes.stop();
        setOpacity(1);
        goes.playFromStart();
    }

    void dispose() {
        goes.stop();
    }

    /// Whether there is anything to be seen of it.
    boolean isAwake() {
        return getOpacity() > 0;
    }

    /// Puts the tag above the caret; below it where there is no room above, and beside others.
    ///
    /// @param caret where the caret is, as the tag's parent counts
    /// @param sight what the tag does not leave
    /// @param taken where other tags are
    /// @return where the tag is
    Bounds standAt(Bounds caret, Sight sight, List<Bounds> taken) {
        autosize();
        double above = caret.getMinY() - getHeight();
        double y = above < 0 ? caret.getMaxY() : above;
        double rightmost = Math.max(sight.left(), sight.right() - getWidth());
        double x = Math.min(caret.getMinX(), rightmost);
        for (Bounds other : taken) {
            if (other.intersects(x, y, getWidth(), getHeight())) {
                x = other.getMaxX() + GAP;
            }
        }
        relocate(x > rightmost ? leftOf(taken, y) : x, y);
        return getBoundsInParent();
    }

    private double leftOf(List<Bounds> taken, double y) {
        double leftmost =
                taken.stream()
                        .filter(other -> other.getMinY() < y + getHeight() && y < other.getMaxY())
                        .mapToDouble(Bounds::getMinX)
                        .min()
                        .orElse(0);
        return Math.max(0, leftmost - GAP - getWidth());
    }
}
