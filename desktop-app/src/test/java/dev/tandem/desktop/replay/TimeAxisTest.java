package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final long DAY = 86_400_000;

    @Test
    void daysBeforeTheStartAndAfterTheEndAreNotShown() {
        Talk talk = new Talk().after(DAY).join(Talk.ADA, "Ada", Role.INTERVIEWER).start();
        long start = talk.now();
        talk.after(600_000).end();
        long end = talk.now();
        TimeAxis axis = TimeAxis.of(talk.after(DAY).leave(Talk.ADA, DepartureReason.LEFT).log());
        assertThat(axis).isEqualTo(new TimeAxis(start - 120_000, start, end + 60_000));
        assertThat(axis.words(start + 62_000)).isEqualTo("01:02");
        assertThat(axis.words(start - 62_000)).isEqualTo("−01:02");
    }

    @Test
    void whatNeverStartedIsShownFromItsBeginning() {
        TimeAxis axis = TimeAxis.of(new Talk().after(5_000).say(Talk.ADA, "hello?").log());
        assertThat(axis).isEqualTo(new TimeAxis(Talk.CREATED, Talk.CREATED, Talk.CREATED + 5_000));
    }

    @Test
    void oneInstantHasAShareToo() {
        TimeAxis axis = TimeAxis.of(new Talk().log());
        assertThat(axis.share(Talk.CREATED)).isZero();
        assertThat(axis.instant(0.5)).isEqualTo(Talk.CREATED);
        assertThat(Ruler.of(axis, 500)).containsExactly(new Ruler(0, "00:00"));
    }

    @Test
    void theRulerHasRoomForItsWords() {
        TimeAxis hour = new TimeAxis(0, 0, 3_600_000);
        assertThat(Ruler.of(hour, 1_168).stream().map(Ruler::words))
                .containsExactlyElementsOf(
                        List.of(
                                "00:00", "05:00", "10:00", "15:00", "20:00", "25:00", "30:00",
                                "35:00", "40:00", "45:00", "50:00", "55:00", "1:00:00"));
        assertThat(Ruler.of(hour, 300)).hasSize(3);
    }
}
