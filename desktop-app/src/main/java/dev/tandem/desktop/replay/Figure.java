package dev.tandem.desktop.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// What is drawn for something that happened; each is another shape, so that nobody needs colours
/// to tell them apart.
enum Figure {
    BAR("0,.2 1,.2 1,.8 0,.8"),
    TALL_BAR(".35,0 .65,0 .65,1 .35,1"),
    TRIANGLE(".1,0 1,.5 .1,1"),
    SQUARE(".1,.1 .9,.1 .9,.9 .1,.9"),
    CROSS(".2,0 .5,.3 .8,0 1,.2 .7,.5 1,.8 .8,1 .5,.7 .2,1 0,.8 .3,.5 0,.2"),
    DIAMOND(".5,0 1,.5 .5,1 0,.5"),
    BUBBLE("0,0 1,0 1,.7 .6,.7 .3,1 .3,.7 0,.7"),
    ARROW_DOWN(".35,0 .65,0 .65,.5 1,.5 .5,1 0,.5 .35,.5");

    /// Each from the left and from above, from 0 to 1.
    private final String corners;

    Figure(String corners) {
        this.corners = corners;
    }

    /// Its outline in a square.
    List<PathElement> outline(double left, double top, double size) {
        List<PathElement> outline = new ArrayList<>();
        for (String corner : corners.split(" ", -1)) {
            int comma = corner.indexOf(',');
            double x = left + Double.parseDouble(corner.substring(0, comma)) * size;
            double y = top + Double.parseDouble(corner.substring(comma + 1)) * size;
            outline.add(outline.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        outline.add(new ClosePath());
        return outline;
    }
}
