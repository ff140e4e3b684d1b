package dev.tandem.relay.coderun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Whose turn it is: so many run at once, some more wait, in the order in which they came. Any
/// thread.
final class Turns {
    private final List<Turn> taken = new ArrayList<>();
    private final int atOnce;
    private final int waiting;

    Turns(int atOnce, int waiting) {
        this.atOnce = atOnce;
        this.waiting = waiting;
    }

    /// The next turn; empty when too many wait.
    synchronized Optional<Turn> take() {
        if (taken.size() >= atOnce + waiting) {
            return Optional.empty();
        }
        Turn turn = new Turn();
        taken.add(turn);
        return Optional.of(turn);
    }

    synchronized int running() {
        return Math.min(taken.size(), atOnce);
    }

    synchronized int waiting() {
        return Math.max(0, taken.size() - atOnce);
    }

    /// In the queue, from 1; 0 or less for whose turn it is.
    private int place(Turn turn) {
        return taken.indexOf(turn) + 1 - atOnce;
    }

    private synchronized int placeOtherThan(int told, Turn turn) throws InterruptedException {
        while (place(turn) > 0 && place(turn) == told) {
            wait();
        }
        return place(turn);
    }

    private synchronized void end(Turn turn) {
        taken.remove(turn);
        notifyAll();
    }

    final class Turn {

        /// Waits until it has come, or is given up.
        ///
        /// @param told each place in the queue meanwhile
        void await(IntConsumer told) throws InterruptedException {
            int place = placeOtherThan(0, this);
            while (place > 0) {
                told.accept(place);
                place = placeOtherThan(place, this);
            }
        }

        /// It is over, or not wanted any more. May be said more than once.
        void end() {
            Turns.this.end(this);
        }
    }
}
