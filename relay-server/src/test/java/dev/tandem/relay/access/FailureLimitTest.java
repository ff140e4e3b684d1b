package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureLimitTest {
    private final ManualClock clock = new ManualClock();
    private final FailureLimit limit = new FailureLimit(3, Duration.ofSeconds(60), clock);

    @Test
    void shutsOutForTheWholePauseAfterTheLastOfTooMany() {
        limit.fail("a");
        clock.pass(Duration.ofSeconds(30));
        limit.fail("a");
        assertThat(limit.pauseMs("a")).isZero();
        clock.pass(Duration.ofSeconds(29));
        limit.fail("a");
        assertThat(limit.pauseMs("a")).isEqualTo(60_000);
        clock.pass(Duration.ofSeconds(60));
        assertThat(limit.pauseMs("a")).isZero();
    }

    @Test
    void forgetsWhatIsLongerAgo() {
        limit.fail("a");
        limit.fail("a");
        clock.pass(Duration.ofSeconds(60));
        limit.fail("a");
        limit.fail("a");
        assertThat(limit.pauseMs("a")).isZero();
    }

    @Test
    void keepsKeysApart() {
        for (int n = 0; n < 3; n++) {
            limit.fail("a");
        }
        assertThat(limit.pauseMs("a")).isPositive();
        assertThat(limit.pauseMs("b")).isZero();
    }

    @Test
    void theLastAllowedAttemptMaySucceed() {
        limit.fail("a");
        limit.fail("a");
        assertThat(limit.begin("a")).isZero();
        limit.end("a", false);
        assertThat(limit.begin("a")).isZero();
        limit.end("a", true);
        assertThat(limit.begin("a")).isEqualTo(60_000);
    }

    @Test
    void whatIsUnderWayIsNotForgotten() {
        assertThat(limit.begin("a")).isZero();
        clock.pass(Duration.ofMinutes(5));
        limit.fail("b");
        limit.end("a", true);
        assertThat(limit.remembered()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(60));
        limit.fail("c");
        assertThat(limit.remembered()).isEqualTo(1);
    }

    @Test
    void remembersWhoIsShutOutWhileOthersAreForgotten() {
        limit.fail("old");
        clock.pass(Duration.ofSeconds(59));
        for (int n = 0; n < 3; n++) {
            limit.fail("a");
        }
        clock.pass(Duration.ofSeconds(1));
        limit.fail("new");
        assertThat(limit.pauseMs("a")).isEqualTo(59_000);
        assertThat(limit.remembered()).isEqualTo(2);
    }
}
