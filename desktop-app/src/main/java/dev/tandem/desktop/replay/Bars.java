package dev.tandem.desktop.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/// A bar for as long as something went on. FX thread.
final class Bars extends Drawn {
    private final List<Stretch> stretches;
    private final double top;
    private final double height;
    private final double least;

    /// @param least how wide a bar is at least
    Bars(List<Stretch> stretches, double top, double height, double least, String... styles) {
        super(styles);
        this.stretches = List.copyOf(stretches);
        this.top = top;
        this.height = height;
        this.least = least;
    }

    @Override
    void draw(TimeAxis axis, double width) {
        List<PathElement> elements = new ArrayList<>();
        for (Bar bar : Bar.of(stretches, axis, width, least)) {
            elements.add(new MoveTo(bar.x(), top));
            elements.add(new HLineTo(bar.x() + bar.width()));
            elements.add(new VLineTo(top + height));
            elements.add(new HLineTo(bar.x()));
            elements.add(new ClosePath());
        }
        getElements().setAll(elements);
    }
}
