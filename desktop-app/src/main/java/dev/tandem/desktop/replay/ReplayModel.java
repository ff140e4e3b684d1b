package dev.tandem.desktop.replay;

import dev.tandem.desktop.replay.Mark.Kind;
import dev.tandem.protocol.id.DocumentId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Where somebody is in a recording, and what they want to see of it. What they see is found by
/// another thread, and is the newest that they wanted. FX thread.
public final class ReplayModel implements AutoCloseable {
    /// A window that was not drawn for longer, as in sleep, was not looked at.
    private static final double LONGEST_FRAME_MS = 1_000;

    private static final Set<Kind> RUNS = Set.of(Kind.RUN);
    private static final Set<Kind> SUBMISSIONS = Set.of(Kind.SUBMISSION);
    private static final Set<Kind> ALL = Set.of(Kind.values());

    private final Story story;
    private final Player player;
    private final Projector projector;
    private final ReadOnlyDoubleWrapper instant = new ReadOnlyDoubleWrapper(this, "instant");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(this, "speed", 1);
    private final BooleanProperty skipping = new SimpleBooleanProperty(this, "skipping", true);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final BooleanProperty authors = new SimpleBooleanProperty(this, "authors");
    private final ReadOnlyObjectWrapper<@Nullable Moment> moment =
            new ReadOnlyObjectWrapper<>(this, "moment");
    private final AnimationTimer frames =
            new AnimationTimer() {
                private long last;

                @Override
                public void start() {
                    last = System.nanoTime();
                    super.start();
                }

                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    goOn((time - last) / (double) TimeUnit.MILLISECONDS.toNanos(1));
                    last = time;
                }
            };
    private @Nullable DocumentId chosen;

    public ReplayModel(Replay replay) {
        story = replay.story();
        Projection projection = new Projection(replay.recording().events());
        player = new Player(projection.timeline(), story.axis(), story.pauses());
        projector = new Projector(projection, Platform::runLater, moment::set);
        skipping.subscribe(player::setSkipping);
        following.subscribe((_, follows) -> follow(follows));
        authors.subscribe((_, _) -> show());
        show();
        projector.foldOn();
    }

    public Story story() {
        return story;
    }

    /// What is to be shown; null until the first is found.
    public ReadOnlyObjectProperty<@Nullable Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /// Where one is, in epoch milliseconds.
    public ReadOnlyDoubleProperty instantProperty() {
        return instant.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /// Whether pauses are left out.
    public BooleanProperty skippingProperty() {
        return skipping;
    }

    /// Whether the view stays with whoever writes.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// Whether it is shown who wrote what.
    public BooleanProperty authorsProperty() {
        return authors;
    }

    public void togglePlay() {
        if (player.playing()) {
            player.pause();
        } else {
            player.play();
        }
        show();
    }

    public void setSpeed(double times) {
        player.setSpeed(times);
        show();
    }

    public void changeSpeed(int steps) {
        player.changeSpeed(steps);
        show();
    }

    public void seek(double to) {
        player.seek(to);
        show();
    }

    /// Goes to where a mark has happened.
    public void goTo(Mark mark) {
        player.seekPlace(mark.place());
        show();
    }

    public void goToBegin() {
        seek((double) story.axis().begin());
    }

    public void goToEnd() {
        seek((double) story.axis().end());
    }

    /// To the next edit of a text, or to the one before; it stays there.
    public void stepByChange(boolean forwards) {
        player.pause();
        stepTo(forwards ? story.changeAfter(player.place()) : story.changeBefore(player.place()));
    }

    public void stepByRun(boolean forwards) {
        stepByMark(forwards, RUNS);
    }

    public void stepBySubmission(boolean forwards) {
        stepByMark(forwards, SUBMISSIONS);
    }

    public void stepByMark(boolean forwards) {
        stepByMark(forwards, ALL);
    }

    private void stepByMark(boolean forwards, Set<Kind> kinds) {
        stepTo(
                forwards
                        ? story.markAfter(player.place(), kinds)
                        : story.markBefore(player.place(), kinds));
    }

    /// Goes on or back by so many milliseconds of the interview.
    public void stepByTime(double ms) {
        seek(player.instant() + ms);
    }

    private void stepTo(int place) {
        if (place != player.place()) {
            player.seekPlace(place);
        }
        show();
    }

    /// Looks at a document, wherever others write.
    public void choose(DocumentId doc) {
        chosen = doc;
        following.set(false);
        show();
    }

    private void follow(boolean follows) {
        Moment shown = moment.get();
        Moment.Page page = shown == null ? null : shown.page();
        if (follows || page == null) {
            chosen = null;
        } else if (chosen == null) {
            chosen = page.doc();
        }
        show();
    }

    private void goOn(double elapsedMs) {
        player.advance(Math.min(elapsedMs, LONGEST_FRAME_MS));
        show();
    }

    private void show() {
        instant.set(player.instant());
        speed.set(player.speed());
        if (playing.get() != player.playing()) {
            playing.set(player.playing());
            if (player.playing()) {
                frames.start();
            } else {
                frames.stop();
            }
        }
        projector.want(new Wanted(player.place(), chosen, authors.get()));
    }

    @Override
    public void close() {
        frames.stop();
        projector.close();
    }
}
