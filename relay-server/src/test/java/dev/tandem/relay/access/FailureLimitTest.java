package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureLimitTest {
    private final ManualClock clock = new ManualClock();
    private final FailureLimit limit = new FailureLimit(3, Duration.ofSeconds(60), clock);

    @Test
    void shutsOutForTheWholePauseAfterTheLastOfTooMany() {
        limit.begin("a");
        clock.pass(Duration.ofSeconds(30));
        limit.begin("a");
        assertThat(limit.pauseMs("a")).isZero();
        clock.pass(Duration.ofSeconds(29));
        limit.begin("a");
        assertThat(limit.pauseMs("a")).isEqualTo(60_000);
        clock.pass(Duration.ofSeconds(60));
        assertThat(limit.pauseMs("a")).isZero();
    }

    @Test
    void forgetsWhatIsLongerAgo() {
        limit.begin("a");
        limit.begin("a");
        clock.pass(Duration.ofSeconds(60));
        limit.begin("a");
        limit.begin("a");
        assertThat(limit.pauseMs("a")).isZero();
    }

    @Test
    void keepsKeysApart() {
        for (int n = 0; n < 3; n++) {
            limit.begin("a");
        }
        assertThat(limit.pauseMs("a")).isPositive();
        assertThat(limit.pauseMs("b")).isZero();
    }

    @Test
    void theLastAllowedAttemptMaySucceed() {
        for (int n = 0; n < 3; n++) {
            limit.begin("a");
        }
        limit.takeBack("a");
        assertThat(limit.pauseMs("a")).isZero();
    }

    @Test
    void remembersWhoIsShutOutWhileOthersAreForgotten() {
        limit.begin("old");
        clock.pass(Duration.ofSeconds(59));
        for (int n = 0; n < 3; n++) {
            limit.begin("a");
        }
        clock.pass(Duration.ofSeconds(1));
        limit.begin("new");
        assertThat(limit.pauseMs("a")).isEqualTo(59_000);
        assertThat(limit.remembered()).isEqualTo(2);
    }
}
