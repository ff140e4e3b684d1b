package dev.tandem.desktop.editor;

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

    private final SequentialTransition goes;

    NameTag() {
        getStyleClass().add("name-tag");
        setManaged(false);
        setMouseTransparent(true);
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

    /// Puts the tag above the caret; below it where there is no room above.
    ///
    /// @param caret where the caret is, as the tag's parent counts
    /// @param width the width of the parent, which the tag does not leave
    void standAt(Bounds caret, double width) {
        autosize();
        double above = caret.getMinY() - getHeight();
        double x = Math.min(caret.getMinX(), Math.max(0, width - getWidth()));
        relocate(x, above < 0 ? caret.getMaxY() : above);
    }
}
