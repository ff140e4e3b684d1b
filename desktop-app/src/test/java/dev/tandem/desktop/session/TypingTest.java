package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import org.junit.jupiter.api.Test;

class TypingTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final OwnTyping own = new OwnTyping();
    private final OthersTyping others = new OthersTyping();

    @Test
    void itIsToldAtTheFirstKeyAndThenEveryFewSeconds() {
        assertThat(own.key(0)).isTrue();
        assertThat(own.key(200)).isFalse();
        assertThat(own.key(2_999)).isFalse();
        assertThat(own.key(3_000)).isTrue();
        assertThat(own.key(3_100)).isFalse();
    }

    @Test
    void itIsOverFiveSecondsAfterTheLastKey() {
        own.key(0);
        own.key(2_000);

        assertThat(own.pause(5_000)).isFalse();
        assertThat(own.pause(7_000)).isTrue();
        assertThat(own.pause(8_000)).as("told once").isFalse();
    }

    @Test
    void itIsOverWhenTheMessageIsSent() {
        own.key(0);

        assertThat(own.stop()).isTrue();
        assertThat(own.stop()).isFalse();
        assertThat(own.key(10)).as("begins anew").isTrue();
    }

    @Test
    void othersStopWhenTheySaySo() {
        others.on(ADA, 0);
        others.on(MERT, 0);
        others.off(ADA);

        assertThat(others.shown()).containsExactly(MERT);
    }

    @Test
    void othersStopWhenTheirLastWordGotLost() {
        others.on(ADA, 0);
        others.on(MERT, 3_000);
        others.on(ADA, 6_000);

        others.expire(13_000);

        assertThat(others.shown()).containsExactly(ADA);
    }
}
