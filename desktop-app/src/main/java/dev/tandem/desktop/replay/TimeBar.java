package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.styled;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The lanes with their names at the left. FX thread.
final class TimeBar extends HBox {
    private static final double NAMES = 96;
    private static final double ROW = 22;
    private static final double LEAST_ROW = 14;
    private static final double MOST_HEIGHT = 132;

    private final Track track;

    TimeBar(ReplayModel model) {
        int rows = model.story().lanes().size() + 2;
        double row = Math.clamp(Math.floor(MOST_HEIGHT / rows), LEAST_ROW, ROW);
        track = growing(new Track(model, row));
        VBox names = new VBox();
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        names.getChildren().add(name("", Track.RULER));
        for (Lane lane : model.story().lanes()) {
            Label name = styled(name(lane.name(), row), "person-name");
            lane.color().paint(name);
            names.getChildren().add(name);
        }
        names.getChildren().addAll(name("Runs", row), name("Chat", row));
        getChildren().addAll(names, track);
        styled(this, "time-bar");
    }

    Track track() {
        return track;
    }

    private static Label name(String words, double height) {
        Label name = styled(new Label(words), "caption");
        name.setMinHeight(height);
        name.setMaxHeight(height);
        name.setMaxWidth(NAMES - 8);
        return name;
    }
}
