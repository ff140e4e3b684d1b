package dev.tandem.desktop.editor;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation;
import java.util.Objects;
import javafx.geometry.Bounds;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Moves the view to another person's caret: once, or as long as they are followed. It leaves the
/// view as it is while they stay in its middle. FX thread.
final class Gaze {
    /// Of the view, what its middle leaves above and below.
    private static final double EDGE = 0.25;

    /// How near to the sides of the view a caret may come, in pixels.
    private static final double SIDE = 40;

    /// Where from the left a caret stands, in parts of the view, after the view moved sideways.
    private static final double ASIDE = 0.6;

    /// A far line is not measured before it is there, and the ends of a text cannot come to the
    /// middle; so the view moves a few times until it rests.
    private static final int MOST_MOVES = 4;

    private final SharedArea area;
    private final RemoteCarets carets;
    private @Nullable ParticipantId followed;
    private @Nullable ParticipantId sought;
    private @Nullable Aim aim;
    private int movesLeft;
    private int top;
    private int lines;

    /// What the view was moved for; when it changes the view may move again.
    private record Aim(RemoteCaret caret, int position, Sight sight) {}

    Gaze(SharedArea area, RemoteCarets carets) {
        this.area = area;
        this.carets = carets;
    }

    /// Stays with a person; null is nobody.
    void follow(@Nullable ParticipantId person) {
        followed = person;
        aim = null;
        area.setKeepingCaretInSight(person == null);
        leap();
    }

    /// The text on screen has changed.
    void carry(TextOperation operation) {
        top = operation.mapPosition(Math.min(top, operation.baseLength()));
    }

    /// Where so much has changed that whoever is followed is far from what was on screen, the view
    /// goes there before anything is laid out: to lay out lines is what costs most in a frame, and
    /// those around the old place are not looked at.
    private void leap() {
        RemoteCaret caret = followed == null ? null : carets.of(followed);
        if (caret != null && lines > 0) {
            int first = area.offsetToPosition(top, Bias.Forward).getMajor();
            if (caret.line() < first || caret.line() >= first + lines) {
                area.showParagraphAtCenter(caret.line());
            }
        }
    }

    boolean isFollowing() {
        return followed != null;
    }

    /// Takes the view to a person, their line to the middle.
    void seek(ParticipantId person) {
        RemoteCaret caret = carets.of(person);
        if (caret != null) {
            sought = person;
            aim = null;
            area.showParagraphAtCenter(caret.line());
        }
    }

    /// Moves the view if that is due. Once per frame, when everything is laid out.
    void look(Sight sight) {
        if (followed != null) {
            remember();
        }
        ParticipantId person = sought != null ? sought : followed;
        RemoteCaret caret = person == null ? null : carets.of(person);
        if (caret == null) {
            return;
        }
        Aim now = new Aim(caret, caret.place().head(), sight);
        if (!now.equals(aim)) {
            aim = now;
            movesLeft = MOST_MOVES;
        }
        if (movesLeft > 0) {
            movesLeft = move(caret, sight) ? movesLeft - 1 : 0;
        }
        if (movesLeft == 0) {
            sought = null;
        }
    }

    private void remember() {
        lines = area.getVisibleParagraphs().size();
        if (lines > 0) {
            top = area.getAbsolutePosition(area.firstVisibleParToAllParIndex(), 0);
        }
    }

    private boolean move(RemoteCaret caret, Sight sight) {
        Bounds bounds = caret.bounds();
        if (bounds == null || !sight.hasLineOf(bounds)) {
            area.showParagraphAtCenter(caret.line());
            return true;
        }
        double down = sought == null ? down(bounds, sight) : 0;
        double right = right(bounds, sight);
        if (down != 0) {
            area.scrollYBy(down);
        }
        if (right != 0) {
            area.scrollXBy(right);
        }
        return down != 0 || right != 0;
    }

    private static double down(Bounds caret, Sight sight) {
        double edge = sight.height() * EDGE;
        double below = caret.getMaxY() - (sight.height() - edge);
        return below > 0 ? below : Math.min(0, caret.getMinY() - edge);
    }

    /// As far to the left as the caret allows.
    private double right(Bounds caret, Sight sight) {
        double x = caret.getCenterX() - sight.left();
        double scrolled =
                Objects.requireNonNullElse(area.estimatedScrollXProperty().getValue(), 0.0);
        boolean tooFarRight = x > sight.width() - SIDE;
        boolean tooFarLeft = x < SIDE && scrolled > 0;
        return tooFarRight || tooFarLeft ? Math.max(-scrolled, x - ASIDE * sight.width()) : 0;
    }
}
