package dev.tandem.relay.coderun;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A run's place among all: it is there before the run. Any thread.
final class Place {
    private final Turns.Turn turn;
    private @Nullable OneRun run;

    Place(Turns.Turn turn) {
        this.turn = turn;
    }

    Turns.Turn turn() {
        return turn;
    }

    synchronized void run(OneRun begun) {
        run = begun;
    }

    /// Nothing where the run has not begun.
    synchronized void tell(Consumer<OneRun> what) {
        if (run != null) {
            what.accept(run);
        }
    }

    void end() {
        tell(OneRun::stop);
        turn.end();
    }
}
