package dev.tandem.desktop.editor;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What a screen reader asks about the text, the caret and the lines. FX thread.
final class SpokenText {
    private final SharedArea area;

    SpokenText(SharedArea area) {
        this.area = area;
    }

    /// The answer, or null if it is not about the text.
    @Nullable Object answer(AccessibleAttribute question, Object... about) {
        return switch (question) {
            case TEXT -> area.text().toString();
            case EDITABLE -> area.isEditable();
            case CARET_OFFSET -> area.getCaretPosition();
            case SELECTION_START -> area.getSelection().getStart();
            case SELECTION_END -> area.getSelection().getEnd();
            case LINE_FOR_OFFSET -> line((Integer) about[0]);
            case LINE_START -> start((Integer) about[0]);
            case LINE_END -> end((Integer) about[0]);
            case OFFSET_AT_POINT -> offset((Point2D) about[0]);
            default -> null;
        };
    }

    private int line(int offset) {
        int within = Math.clamp(offset, 0, area.getLength());
        return area.offsetToPosition(within, Bias.Forward).getMajor();
    }

    private @Nullable Integer start(int line) {
        return exists(line) ? area.getAbsolutePosition(line, 0) : null;
    }

    private @Nullable Integer end(int line) {
        return exists(line) ? area.getAbsolutePosition(line, area.getParagraphLength(line)) : null;
    }

    private int offset(Point2D onScreen) {
        Point2D point = area.screenToLocal(onScreen);
        return area.hit(point.getX(), point.getY()).getInsertionIndex();
    }

    private boolean exists(int line) {
        return line >= 0 && line < area.getParagraphs().size();
    }
}
