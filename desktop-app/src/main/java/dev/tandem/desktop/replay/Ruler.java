package dev.tandem.desktop.replay;

import java.util.ArrayList;
import java.util.List;

/// Where on a time line a time is written.
///
/// @param share from 0 to 1
record Ruler(double share, String words) {
    private static final double LEAST_DISTANCE = 88;
    private static final long[] STEPS_S = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400
    };

    /// @param width of the whole time, in pixels
    static List<Ruler> of(TimeAxis axis, double width) {
        List<Ruler> marks = new ArrayList<>();
        long step = step(axis, width) * 1_000;
        long first = Math.ceilDiv(axis.begin() - axis.zero(), step) * step;
        for (long at = axis.zero() + first; at <= axis.end(); at += step) {
            marks.add(new Ruler(axis.share(at), axis.words(at)));
        }
        return marks;
    }

    private static long step(TimeAxis axis, double width) {
        for (long step : STEPS_S) {
            if (width * step * 1_000 >= LEAST_DISTANCE * axis.length()) {
                return step;
            }
        }
        return Math.max(1, axis.length() / 1_000);
    }
}
