package dev.tandem.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import org.junit.jupiter.api.Test;

final class TimerReadingTest {
    private static final long MINUTE = 60_000;

    @Test
    void doesNotRunBeforeTheStart() {
        assertThat(at(SessionStatus.WAITING, 30 * MINUTE))
                .isEqualTo(new TimerReading("Not started", "60 min planned", 0));
    }

    @Test
    void runsFromTheStart() {
        assertThat(at(SessionStatus.ACTIVE, 24 * MINUTE + 16_900))
                .returns("24:16", TimerReading::time)
                .returns("of 60 min", TimerReading::plan);
        assertThat(at(SessionStatus.ACTIVE, 15 * MINUTE).share()).isEqualTo(0.25);
    }

    @Test
    void runsOnPastThePlanWithAFullBar() {
        assertThat(at(SessionStatus.ACTIVE, 62 * MINUTE))
                .isEqualTo(new TimerReading("1:02:00", "of 60 min", 1));
    }

    @Test
    void aClockThatLagsBehindShowsNoTimeBeforeTheStart() {
        assertThat(at(SessionStatus.ACTIVE, -5).time()).isEqualTo("00:00");
    }

    @Test
    void standsStillAfterTheEnd() {
        assertThat(at(SessionStatus.ENDED, 500 * MINUTE).time()).isEqualTo("48:02");
    }

    @Test
    void saysNothingOfAPlanWhereThereIsNone() {
        SessionFacts facts = new SessionFacts("T", SessionStatus.ACTIVE, 0, 0L, null, null, null);
        assertThat(TimerReading.of(facts, 61_000))
                .isEqualTo(new TimerReading("01:01", "", TimerReading.NO_PLAN));
    }

    private static TimerReading at(SessionStatus status, long sinceStart) {
        return TimerReading.of(StillRoom.facts(status), StillRoom.STARTED + sinceStart);
    }
}
