package dev.tandem.relay.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.Eventually;
import dev.tandem.relay.coderun.Turns.Turn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1, 2);
    private final List<Integer> places = new CopyOnWriteArrayList<>();

    @Test
    void whoComesWhenTooManyWaitIsTurnedAway() {
        var _ = turns.take().orElseThrow();
        Turn second = turns.take().orElseThrow();
        var _ = turns.take().orElseThrow();
        assertThat(turns.take()).isEmpty();
        assertThat(turns.running()).isEqualTo(1);
        assertThat(turns.waiting()).isEqualTo(2);
        second.end();
        assertThat(turns.take()).isPresent();
    }

    @Test
    void whoWaitsIsToldEachPlaceAndThenGoes() throws Exception {
        Turn first = turns.take().orElseThrow();
        Turn second = turns.take().orElseThrow();
        Turn third = turns.take().orElseThrow();
        Thread waiting = Thread.ofVirtual().start(() -> await(third));
        Eventually.until("its place is told", () -> places.equals(List.of(2)));
        second.end();
        Eventually.until("its new place is told", () -> places.equals(List.of(2, 1)));
        first.end();
        waiting.join();
        assertThat(places).containsExactly(2, 1);
    }

    @Test
    void whoGivesUpWaitsNoLonger() throws Exception {
        var _ = turns.take().orElseThrow();
        Turn second = turns.take().orElseThrow();
        Thread waiting = Thread.ofVirtual().start(() -> await(second));
        Eventually.until("it waits", () -> places.equals(List.of(1)));
        second.end();
        waiting.join();
    }

    private void await(Turn turn) {
        try {
            turn.await(places::add);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
