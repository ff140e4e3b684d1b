package dev.tandem.desktop.replay;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.replay.Stretch.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The whole time from left to right: a ruler, a lane for each person, and where one is. A click
/// goes there; what happened there is said before. However many edits there are, a lane is some ten
/// nodes. FX thread.
final class Track extends Pane {
    static final double RULER = 24;

    private static final double MOST_SIGN = 10;
    private static final double LOW = 2;
    private static final double AROUND_PX = 3;
    private static final int MOST_SENTENCES = 3;

    private final ReplayModel model;
    private final TimeAxis axis;
    private final double row;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Bars played;
    private final Bars all;
    private final Group lanes = new Group();
    private final Group times = new Group();
    private final Region head = named("playhead", styled(new Region(), "playhead"));
    private final Region aim = styled(new Region(), "aim");
    private final Label preview = named("preview", styled(new Label(), "preview", "tabular"));

    /// @param row how high a lane is
    Track(ReplayModel model, double row) {
        this.model = model;
        this.axis = model.story().axis();
        this.row = row;
        played = new Bars(played(model.story()), RULER - 4, 2, 0, "ruler-bar");
        all = new Bars(whole(), RULER - 4, 2, 0, "ruler-bar");
        played.visibleProperty().bind(model.skippingProperty());
        all.visibleProperty().bind(model.skippingProperty().not());
        drawn.addAll(List.of(played, all));
        int rows = 0;
        for (Lane lane : model.story().lanes()) {
            addLane(lane, top(rows++));
        }
        lanes.getChildren().setAll(drawn);
        for (var node : List.of(lanes, times, aim, head, preview)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(lanes, times, aim, head, preview);
        hideAim();
        setMinHeight(top(rows));
        widthProperty().subscribe((_, _) -> draw());
        keepFresh(this::place, model.instantProperty());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(this::goTo);
        setOnMouseDragged(this::goTo);
        setOnMouseMoved(this::aimAt);
        setOnMouseExited(_ -> hideAim());
        named("time-line", styled(this, "track"));
    }

    private double top(int index) {
        return RULER + index * row;
    }

    /// What was written is above, what else was done below.
    private void addLane(Lane lane, double top) {
        double size = Math.min(MOST_SIGN, Math.floor(row * 0.4));
        double gap = Math.floor((row - 2 * size) / 3);
        for (Sign sign : Sign.values()) {
            add(lane, sign, top + gap, top + row - gap - size, size);
        }
    }

    private void add(Lane lane, Sign sign, double above, double below, double size) {
        List<Stretch> all = sign.of(lane);
        switch (sign) {
            case HERE, TYPED, AWAY -> add(lane, new Bars(all, above, size, 2, sign.styles()));
            case INSERTED -> add(lane, new Bars(all, above - 1, size + 2, 3, sign.styles()));
            case RAN, RAN_WELL, RAN_BADLY -> {
                add(lane, new Bars(longer(all), below + size - LOW, LOW, 0, sign.styles()));
                add(lane, new Signs(all, sign.figure(), below, size, sign.styles()));
            }
            case NOTED, CHATTED, SUBMITTED ->
                    add(lane, new Signs(all, sign.figure(), below, size, sign.styles()));
        }
    }

    /// How long a run took is drawn where it is longer than its sign.
    private List<Stretch> longer(List<Stretch> runs) {
        return runs.stream().filter(run -> run.to() - run.from() > axis.length() / 100).toList();
    }

    private void add(Lane lane, Drawn all) {
        lane.color().paint(all);
        drawn.add(all);
    }

    private List<Stretch> whole() {
        return List.of(new Stretch(axis.begin(), axis.end(), Kind.HERE, ""));
    }

    /// What is left when pauses are left out.
    private static List<Stretch> played(Story story) {
        List<Stretch> played = new ArrayList<>();
        long from = story.axis().begin();
        for (Pauses.Cut cut : story.pauses().cuts()) {
            played.add(new Stretch(from, cut.from(), Kind.HERE, ""));
            from = cut.to();
        }
        played.add(new Stretch(from, story.axis().end(), Kind.HERE, ""));
        return played;
    }

    private void draw() {
        drawn.forEach(one -> one.draw(axis, getWidth()));
        times.getChildren().setAll(Ruler.of(axis, getWidth()).stream().map(this::time).toList());
        place();
    }

    private Text time(Ruler mark) {
        Text time = styled(new Text(mark.words()), "ruler-time", "tabular");
        time.setTextOrigin(VPos.TOP);
        time.setX(Math.min(mark.share() * getWidth(), Math.max(0, getWidth() - 40)));
        time.setY(2);
        return time;
    }

    private void place() {
        double instant = model.instantProperty().get();
        head.resize(2, getHeight() - RULER + 6);
        head.relocate(Math.rint(axis.share(instant) * getWidth()) - 1, RULER - 6);
        setAccessibleText(
                "Time line, %s of %s"
                        .formatted(axis.words((long) instant), axis.words(axis.end())));
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void goTo(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            model.seek(instantAt(event));
            aimAt(event);
        }
    }

    private double instantAt(MouseEvent event) {
        return axis.instant(event.getX() / getWidth());
    }

    private void aimAt(MouseEvent event) {
        double x = Math.clamp(event.getX(), 0.0, getWidth());
        aim.resize(1, getHeight() - RULER);
        aim.relocate(Math.rint(x), RULER);
        double instant = instantAt(event);
        List<String> happened =
                model.story().whatHappened(instant, AROUND_PX * axis.length() / getWidth());
        preview.setText(
                axis.words((long) instant)
                        + (happened.isEmpty() ? "" : "  ")
                        + String.join(" · ", happened.stream().limit(MOST_SENTENCES).toList()));
        aim.setVisible(true);
        preview.setVisible(true);
        preview.applyCss();
        preview.autosize();
        double width = Math.min(preview.getWidth(), getWidth());
        preview.resizeRelocate(
                Math.clamp(x - width / 2, 0.0, getWidth() - width), 0, width, preview.getHeight());
    }

    private void hideAim() {
        aim.setVisible(false);
        preview.setVisible(false);
    }
}
