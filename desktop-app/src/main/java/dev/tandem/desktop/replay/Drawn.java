package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.shape.Path;

/// All of one kind in one lane: one node, whose colour a style sheet says. FX thread.
abstract sealed class Drawn extends Path permits Bars, Signs {
    Drawn(String... styles) {
        setManaged(false);
        setMouseTransparent(true);
        styled(styled(this, "bars"), styles);
    }

    /// Draws it for a width of the whole time.
    abstract void draw(TimeAxis axis, double width);
}
