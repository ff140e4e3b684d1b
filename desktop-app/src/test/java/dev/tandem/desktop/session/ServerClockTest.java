package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.connection.RoundTrip;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private final ServerClock clock = new ServerClock(() -> Instant.ofEpochMilli(1_000_000));

    @Test
    void beforeAnythingIsKnownItIsOnesOwn() {
        assertThat(clock.now()).isEqualTo(1_000_000);
    }

    @Test
    void whatTheRelayWroteIsGoodForTheBeginning() {
        clock.hear(1_005_000);

        assertThat(clock.now()).isEqualTo(1_005_000);
    }

    @Test
    void theQuickestAnswerSaysItBest() {
        clock.hear(1_005_000);
        clock.learn(new RoundTrip(200, 4_950));
        clock.learn(new RoundTrip(20, 5_010));
        clock.learn(new RoundTrip(120, 4_960));

        assertThat(clock.now()).isEqualTo(1_005_010);
    }

    @Test
    void aClockThatWasSetIsNoticed() {
        clock.learn(new RoundTrip(20, 5_010));
        clock.learn(new RoundTrip(120, 64_000));

        assertThat(clock.now()).isEqualTo(1_064_000);
    }
}
