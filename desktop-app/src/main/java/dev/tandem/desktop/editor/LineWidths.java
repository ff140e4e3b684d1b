package dev.tandem.desktop.editor;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.value.ChangeListener;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/// Lets a text stay as wide as its widest line that was in sight so far, if it is told to. A text
/// is as wide as the widest line in sight otherwise, and all others are measured again whenever one
/// comes that is wider. FX thread.
final class LineWidths {
    private boolean kept;
    private double widest;

    /// From now on; for lines that come into sight later.
    void keep() {
        kept = true;
    }

    /// A line is made that will be in sight.
    void heed(TextFlow line) {
        if (kept) {
            line.parentProperty()
                    .subscribe(parent -> {
                        if (parent instanceof Region box) {
                            box.minWidthProperty().bind(new Least(box));
                        }
                    });
        }
    }

    /// What the control asks a line for. It asks whenever it has to, so nobody has to be told.
    private final class Least extends DoubleExpression {
        private final Region box;

        Least(Region box) {
            this.box = box;
        }

        @Override
        public double get() {
            widest = Math.max(widest, box.prefWidth(-1));
            return widest;
        }

        @Override
        public void addListener(InvalidationListener listener) {}

        @Override
        public void removeListener(InvalidationListener listener) {}

        @Override
        public void addListener(ChangeListener<? super Number> listener) {}

        @Override
        public void removeListener(ChangeListener<? super Number> listener) {}
    }
}
