package dev.tandem.desktop.replay;

import java.util.ArrayList;
import java.util.List;

/// A piece of a lane as it is drawn, in pixels from where the time begins.
record Bar(double x, double width) {

    /// What is to be drawn of any number of stretches: those that touch are one, so there are never
    /// more bars than pixels.
    ///
    /// @param stretches in the order in which they began
    /// @param width of the whole time
    /// @param least how wide a bar is at least
    static List<Bar> of(List<Stretch> stretches, TimeAxis axis, double width, double least) {
        List<Bar> bars = new ArrayList<>();
        double begin = 0;
        double end = -1;
        for (Stretch stretch : stretches) {
            double from = Math.floor(axis.share(stretch.from()) * width);
            double to = Math.max(from + least, Math.ceil(axis.share(stretch.to()) * width));
            if (from > end) {
                add(bars, begin, end, width);
                begin = from;
                end = to;
            } else {
                end = Math.max(end, to);
            }
        }
        add(bars, begin, end, width);
        return bars;
    }

    private static void add(List<Bar> bars, double begin, double end, double width) {
        if (end > begin) {
            double x = Math.max(0, Math.min(begin, width - (end - begin)));
            bars.add(new Bar(x, Math.min(end - begin, width)));
        }
    }
}
