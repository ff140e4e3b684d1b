package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The lanes with their names at the left, and below them what is in them. FX thread.
final class TimeBar extends VBox {
    private static final double NAMES = 96;
    private static final double ROW = 30;
    private static final double LEAST_ROW = 14;
    private static final double MOST_HEIGHT = 120;

    private final Track track;

    TimeBar(ReplayModel model) {
        int lanes = Math.max(1, model.story().lanes().size());
        double row = Math.clamp(Math.floor(MOST_HEIGHT / lanes), LEAST_ROW, ROW);
        track = growing(new Track(model, row));
        VBox names = new VBox();
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        names.getChildren().add(name("", Track.RULER));
        for (Lane lane : model.story().lanes()) {
            names.getChildren().add(name(lane, row));
        }
        getChildren().addAll(new HBox(names, track), new Legend(model.story()));
        styled(this, "time-bar");
    }

    Track track() {
        return track;
    }

    private static Label name(Lane lane, double height) {
        Label name = styled(name(lane.name(), height), "person-name");
        lane.color().paint(name);
        name.setAccessibleText(lane.words());
        name.setTooltip(new Tooltip(lane.words()));
        return name;
    }

    private static Label name(String words, double height) {
        Label name = styled(new Label(words), "caption");
        name.setMinHeight(height);
        name.setMaxHeight(height);
        name.setMaxWidth(NAMES - 8);
        return name;
    }
}
