package dev.tandem.desktop.replay;

import dev.tandem.protocol.replay.Timeline;
import java.util.List;

/// Where a replay is, and how it goes on. It has no clock: it is told how much time went by. For
/// one thread.
///
/// Of things that happened in one millisecond each has a place of its own, so it is the place that
/// says where one is; the instant follows from it, and goes on by itself while nothing happens.
final class Player {
    static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0);

    private final Timeline timeline;
    private final TimeAxis axis;
    private final Pauses pauses;
    private int place;
    private double instant;
    private boolean playing;
    private boolean skipping = true;
    private double speed = 1;

    /// Stands at the beginning.
    Player(Timeline timeline, TimeAxis axis, Pauses pauses) {
        this.timeline = timeline;
        this.axis = axis;
        this.pauses = pauses;
        seek((double) axis.begin());
    }

    /// How many events have happened.
    int place() {
        return place;
    }

    /// Epoch milliseconds.
    double instant() {
        return instant;
    }

    boolean playing() {
        return playing;
    }

    boolean skipping() {
        return skipping;
    }

    void setSkipping(boolean skips) {
        skipping = skips;
    }

    double speed() {
        return speed;
    }

    /// @param newSpeed one of [#SPEEDS]
    void setSpeed(double newSpeed) {
        speed = newSpeed;
    }

    /// So many steps quicker, or slower where it is negative.
    void changeSpeed(int steps) {
        int index = Math.clamp(SPEEDS.indexOf(speed) + steps, 0, SPEEDS.size() - 1);
        speed = SPEEDS.get(index);
    }

    /// Plays, from the beginning if it is at its end.
    void play() {
        if (atEnd()) {
            seek((double) axis.begin());
        }
        playing = true;
    }

    void pause() {
        playing = false;
    }

    private boolean atEnd() {
        return place == timeline.size() && instant >= axis.end();
    }

    /// Goes to an instant: all has happened that had happened then.
    void seek(double wanted) {
        instant = axis.clamp(wanted);
        place = instant >= axis.end() ? timeline.size() : timeline.placeAt((long) instant);
    }

    /// Goes to a place.
    void seekPlace(int wanted) {
        place = Math.clamp(wanted, 0, timeline.size());
        instant =
                place == 0
                        ? (double) axis.begin()
                        : axis.clamp((double) timeline.eventAfter(place - 1).at());
    }

    /// So much time went by. At the end it stops by itself.
    ///
    /// @param elapsedMs of whoever looks on
    void advance(double elapsedMs) {
        if (!playing) {
            return;
        }
        double of = elapsedMs * speed;
        double next = skipping ? pauses.after(instant, of) : instant + of;
        int before = place;
        seek(next);
        place = Math.max(place, before); // which may be one of several of the same millisecond
        playing = !atEnd();
    }
}
