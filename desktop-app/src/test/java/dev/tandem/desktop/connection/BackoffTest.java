package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

    @Test
    void theBoundDoublesUpToTheLongest() {
        List<Long> bounds =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(attempt -> BACKOFF.bound(attempt).toMillis())
                        .toList();

        assertThat(bounds).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 10000L, 10000L);
    }

    @Test
    void theBoundHoldsForAnyNumberOfAttempts() {
        assertThat(BACKOFF.bound(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void itCanBeBoundedOnceMore() {
        Backoff within = BACKOFF.atMost(Duration.ofSeconds(1));

        assertThat(within).isEqualTo(new Backoff(Duration.ofMillis(250), Duration.ofSeconds(1)));
        assertThat(BACKOFF.atMost(Duration.ofMillis(100)).bound(9))
                .isEqualTo(Duration.ofMillis(100));
        assertThat(BACKOFF.atMost(Duration.ofMinutes(1))).isEqualTo(BACKOFF);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyDelayUpToTheBoundIsPossible(long seed) {
        Random random = new Random(seed);

        List<Long> delays =
                Stream.generate(() -> BACKOFF.delay(3, random).toMillis()).limit(2_000).toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(0L, 1000L));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isLessThan(50));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isGreaterThan(950));
    }

    @Test
    void thereIsNoBackoffFromNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
