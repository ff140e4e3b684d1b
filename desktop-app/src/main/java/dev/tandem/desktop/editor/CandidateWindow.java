package dev.tandem.desktop.editor;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodRequests;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/// Tells an input method where on screen its composed text stands, for its window of candidates to
/// be below it. FX thread.
final class CandidateWindow implements InputMethodRequests {
    private final SharedArea area;
    private final InputComposition composition;

    CandidateWindow(SharedArea area, InputComposition composition) {
        this.area = area;
        this.composition = composition;
    }

    @Override
    public Point2D getTextLocation(int offset) {
        area.applyCss();
        area.layout(); // the question comes right after the change, before the next frame
        int at = Math.clamp((long) composition.start() + offset, 0, area.getLength());
        Position place = area.offsetToPosition(at, Bias.Forward);
        if (place.getMinor() < area.getParagraphLength(place.getMajor())) {
            return below(area.getCharacterBoundsOnScreen(at, at + 1), Bounds::getMinX);
        }
        return place.getMinor() > 0
                ? below(area.getCharacterBoundsOnScreen(at - 1, at), Bounds::getMaxX)
                : below(area.getCaretBounds(), Bounds::getMinX);
    }

    // Where the place is not on screen, at the bottom of the editor.
    private Point2D below(Optional<Bounds> place, ToDoubleFunction<Bounds> x) {
        return place.map(bounds -> new Point2D(x.applyAsDouble(bounds), bounds.getMaxY()))
                .orElseGet(() -> area.localToScreen(0, area.getHeight()));
    }

    @Override
    public int getLocationOffset(int x, int y) {
        Point2D point = area.screenToLocal(x, y);
        int hit = area.hit(point.getX(), point.getY()).getInsertionIndex();
        return Math.clamp((long) hit - composition.start(), 0, composition.length());
    }

    @Override
    public void cancelLatestCommittedText() {
        // What is committed is the others' text too.
    }

    @Override
    public String getSelectedText() {
        return area.getSelectedText();
    }
}
