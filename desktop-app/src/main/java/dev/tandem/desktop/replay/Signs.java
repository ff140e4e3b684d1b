package dev.tandem.desktop.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.PathElement;

/// A figure wherever something began. FX thread.
final class Signs extends Drawn {
    /// Of two that are nearer to each other the second is left out: it would not be seen.
    private static final double LEAST_DISTANCE = 3;

    private final List<Stretch> stretches;
    private final Figure figure;
    private final double top;
    private final double size;

    Signs(List<Stretch> stretches, Figure figure, double top, double size, String... styles) {
        super(styles);
        this.stretches = List.copyOf(stretches);
        this.figure = figure;
        this.top = top;
        this.size = size;
    }

    @Override
    void draw(TimeAxis axis, double width) {
        List<PathElement> elements = new ArrayList<>();
        for (double left : places(stretches, axis, width, size)) {
            elements.addAll(figure.outline(left, top, size));
        }
        getElements().setAll(elements);
    }

    /// Where figures begin, so that their middles are at their times, and all of them in sight.
    ///
    /// @param stretches in the order in which they began
    static List<Double> places(List<Stretch> stretches, TimeAxis axis, double width, double size) {
        List<Double> places = new ArrayList<>();
        double last = -LEAST_DISTANCE;
        for (Stretch stretch : stretches) {
            double middle = Math.floor(axis.share(stretch.from()) * width);
            double left = Math.clamp(middle - size / 2, 0, Math.max(0, width - size));
            if (left - last >= LEAST_DISTANCE) {
                places.add(left);
                last = left;
            }
        }
        return places;
    }
}
