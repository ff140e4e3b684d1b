package dev.tandem.desktop.editor;

import javafx.geometry.Bounds;
import javafx.scene.Node;

/// What of the text is on screen, once it is laid out: all that is right of the line numbers. In
/// pixels, as the area counts.
///
/// @param left where the line numbers end
/// @param right where the area ends
record Sight(double left, double right, double height) {

    static Sight of(SharedArea area) {
        double left = 0;
        if (!area.getVisibleParagraphs().isEmpty()) {
            int first = Math.max(0, area.firstVisibleParToAllParIndex());
            Node number = area.getParagraphGraphic(first);
            left = number == null ? 0 : number.getLayoutBounds().getWidth();
        }
        return new Sight(left, area.getWidth(), area.getHeight());
    }

    double width() {
        return right - left;
    }

    /// Whether a caret is seen.
    boolean has(Bounds caret) {
        double x = caret.getCenterX();
        return hasLineOf(caret) && left - 1 <= x && x <= right;
    }

    /// Whether the line is on screen that a caret stands in, the caret itself maybe not.
    boolean hasLineOf(Bounds caret) {
        double y = caret.getCenterY();
        return 0 <= y && y <= height;
    }
}
