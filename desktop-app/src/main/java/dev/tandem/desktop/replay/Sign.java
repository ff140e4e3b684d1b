package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.replay.Stretch.Kind;
import java.util.List;
import javafx.scene.shape.Path;

/// How what people do is drawn in their lanes, and what it is called.
enum Sign {
    HERE(Kind.HERE, "connected", Figure.BAR, "ground"),
    TYPED(Kind.TYPING, "typed", Figure.BAR, "typing"),
    AWAY(Kind.AWAY, "window not in front", Figure.BAR, "away"),
    INSERTED(Kind.INSERTED, "much at once", Figure.TALL_BAR, "inserted"),
    NOTED(Kind.NOTED, "pasted from outside", Figure.ARROW_DOWN, "noted"),
    CHATTED(Kind.CHATTED, "said", Figure.BUBBLE, "chatted"),
    RAN(Kind.RAN, "ran", Figure.SQUARE, "run neutral"),
    RAN_WELL(Kind.RAN_WELL, "ran well", Figure.TRIANGLE, "run ok"),
    RAN_BADLY(Kind.RAN_BADLY, "ran badly", Figure.CROSS, "run bad"),
    SUBMITTED(Kind.SUBMITTED, "handed in", Figure.DIAMOND, "submitted");

    private static final double ICON = 10;

    private final Kind kind;
    private final String words;
    private final Figure figure;
    private final String styles;

    Sign(Kind kind, String words, Figure figure, String styles) {
        this.kind = kind;
        this.words = words;
        this.figure = figure;
        this.styles = styles;
    }

    String words() {
        return words;
    }

    Figure figure() {
        return figure;
    }

    String[] styles() {
        return styles.split(" ", -1);
    }

    /// What a person did of this.
    List<Stretch> of(Lane lane) {
        return lane.of(kind);
    }

    boolean isIn(Story story) {
        return story.lanes().stream().anyMatch(lane -> !of(lane).isEmpty());
    }

    /// For a legend.
    Path icon() {
        Path icon = styled(styled(new Path(), "bars"), styles());
        icon.getElements().setAll(figure.outline(0, 0, ICON));
        return icon;
    }
}
