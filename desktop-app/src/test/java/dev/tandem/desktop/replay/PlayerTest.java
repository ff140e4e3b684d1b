package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.replay.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final List<LoggedEvent> log =
            Talk.begun() // at 3 s
                    .type(Talk.MERT, "abc", 100) // 3.1, 3.2 and 3.3 s
                    .after(60_000)
                    .append(Talk.MERT, "d")
                    .append(Talk.MERT, "e") // in the same millisecond
                    .after(700)
                    .end()
                    .log();
    private final TimeAxis axis = TimeAxis.of(log);
    private final Player player = new Player(new Timeline(log), axis, Pauses.of(log, axis));

    private double passed() {
        return player.instant() - Talk.CREATED;
    }

    private String last() {
        return log.get(player.place() - 1).event().getClass().getSimpleName();
    }

    @Test
    void itStandsAtTheBeginning() {
        assertThat(passed()).isZero();
        assertThat(player.place()).isEqualTo(2);
        assertThat(player.playing()).isFalse();
    }

    @Test
    void timeGoesByAtItsSpeed() {
        player.play();
        player.advance(1_100);
        assertThat(passed()).isEqualTo(1_100);
        assertThat(player.place()).isEqualTo(3);
        player.setSpeed(0.5);
        player.advance(1_000);
        assertThat(passed()).isEqualTo(1_600);
        player.setSpeed(32);
        player.advance(50);
        assertThat(passed()).isEqualTo(3_200);
        assertThat(player.place()).isEqualTo(7);
    }

    @Test
    void whatStandsStillDoesNotGoOn() {
        player.advance(1_000);
        assertThat(passed()).isZero();
        player.play();
        player.pause();
        player.advance(1_000);
        assertThat(passed()).isZero();
    }

    @Test
    void ofAPauseThereIsAMoment() {
        player.seek(Talk.CREATED + 3_300);
        player.play();
        player.advance(1_000);
        assertThat(passed()).as("to the end of the moment, and over the rest").isEqualTo(63_300);
        assertThat(player.place()).isEqualTo(10);
        player.advance(100);
        assertThat(passed()).isEqualTo(63_400);
    }

    @Test
    void aPauseIsPlayedWhereItIsNotSkipped() {
        player.setSkipping(false);
        player.seek(Talk.CREATED + 3_300);
        player.play();
        player.advance(30_000);
        assertThat(passed()).isEqualTo(33_300);
    }

    @Test
    void whoSeeksIntoAPauseIsBehindItAtOnce() {
        player.seek(Talk.CREATED + 20_000);
        assertThat(passed()).isEqualTo(20_000);
        player.play();
        player.advance(10);
        assertThat(passed()).isEqualTo(63_310);
    }

    @Test
    void itStopsAtTheEndAndBeginsAnew() {
        player.play();
        player.advance(1_000_000);
        assertThat(player.playing()).isFalse();
        assertThat(player.place()).isEqualTo(log.size());
        assertThat(player.instant()).isEqualTo(axis.end());
        player.play();
        assertThat(passed()).isZero();
        assertThat(player.playing()).isTrue();
    }

    @Test
    void thingsOfOneMillisecondAreApart() {
        player.seekPlace(9);
        assertThat(passed()).isEqualTo(63_300);
        assertThat(last()).isEqualTo("CodeUpdate");
        player.play();
        player.advance(0);
        assertThat(player.place()).as("what happened at that time, all of it").isEqualTo(10);
        player.seekPlace(0);
        assertThat(player.place()).isZero();
        assertThat(passed()).isZero();
        player.seekPlace(1_000);
        assertThat(player.place()).isEqualTo(log.size());
    }

    @Test
    void speedsGoUpAndDownByTwo() {
        player.changeSpeed(3);
        assertThat(player.speed()).isEqualTo(8);
        player.changeSpeed(10);
        assertThat(player.speed()).isEqualTo(32);
        player.changeSpeed(-20);
        assertThat(player.speed()).isEqualTo(0.5);
    }
}
