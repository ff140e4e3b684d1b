package dev.tandem.desktop.editor;

import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// Looks where this person's caret is once per frame at most, and tells the others if the person
/// moved it. What others' edits do to it the others know by themselves. FX thread.
final class CaretReports {
    private final SharedArea area;
    private final Consumer<Selection> seen;
    private final Consumer<Selection> moved;
    private final AnimationTimer nextFrame =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    look();
                }
            };

    /// What others take it to be; null where that is not known.
    private @Nullable Selection known = Selection.caret(0);

    private boolean told;

    /// @param seen hears where the caret is
    /// @param moved hears it only where others cannot know it
    CaretReports(SharedArea area, Consumer<Selection> seen, Consumer<Selection> moved) {
        this.area = area;
        this.seen = seen;
        this.moved = moved;
    }

    /// Begins anew: everyone takes the caret to be at the beginning.
    void reset() {
        known = Selection.caret(0);
        told = false;
        nextFrame.start();
    }

    /// Others may have another idea of where the caret is, or none. One who has never said where
    /// they are goes on saying nothing.
    void tellAgain() {
        if (told) {
            known = null;
            nextFrame.start();
        }
    }

    /// Something changed that may move the caret.
    void touch() {
        nextFrame.start();
    }

    /// The text changed; what others take this person's caret to be moves with it. In text that was
    /// replaced that depends on which keys were made to one operation, and is not known here.
    void carry(TextOperation operation) {
        if (known != null) {
            boolean replaced =
                    TextEdits.replaces(operation, known.anchor())
                            || TextEdits.replaces(operation, known.head());
            known = replaced ? null : operation.mapSelection(known);
        }
        nextFrame.start();
    }

    /// What changed was the person's work; others take the caret to be at its end.
    void edited() {
        known = null;
        nextFrame.start();
    }

    // While text is composed the others have another text; where the caret is they hear then.
    private void look() {
        Selection now = area.selection();
        seen.accept(now);
        if (!now.equals(known) && !area.composing()) {
            known = now;
            told = true;
            moved.accept(now);
        }
    }
}
