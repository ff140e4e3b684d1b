package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long START = 1_800_000_000_000L;

    private final Pace pace = new Pace(20, 100);

    private int takeAll(long now) {
        int taken = 0;
        while (pace.take(now) == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void aBurstAndThenSoManyASecond() {
        assertThat(takeAll(START)).isEqualTo(100);
        assertThat(takeAll(START + 1_000)).isEqualTo(20);
        assertThat(takeAll(START + 2_500)).isEqualTo(30);
        assertThat(takeAll(START + 60_000)).isEqualTo(100);
    }

    @Test
    void saysWhenThereWillBeOne() {
        takeAll(START);
        assertThat(pace.take(START)).isEqualTo(50);
        assertThat(pace.take(START + 20)).isEqualTo(30);
        assertThat(pace.take(START + 49)).isEqualTo(1);
        assertThat(pace.take(START + 50)).isZero();
    }

    @Test
    void aClockThatGoesBackDoesNotStopIt() {
        takeAll(START);
        assertThat(pace.take(START - 3_600_000)).isPositive();
        assertThat(takeAll(START - 3_600_000 + 1_000)).isEqualTo(20);
    }
}
