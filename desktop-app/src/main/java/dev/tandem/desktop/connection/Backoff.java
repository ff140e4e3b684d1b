package dev.tandem.desktop.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: anything from nothing to a bound that doubles with
/// each attempt. So many clients that lost one relay at one instant do not all come back at one
/// instant. (This is "full jitter", M. Brooker, "Exponential Backoff And Jitter", AWS Architecture
/// Blog, 2015.)
///
/// @param first the bound of the first attempt
/// @param longest no bound is longer
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a back-off from %s to %s".formatted(first, longest));
        }
    }

    /// The same with no bound longer than `most`.
    Backoff atMost(Duration most) {
        return longest.compareTo(most) <= 0
                ? this
                : new Backoff(first.compareTo(most) < 0 ? first : most, most);
    }

    /// @param attempt counted from 1
    Duration delay(int attempt, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(bound(attempt).toMillis() + 1));
    }

    /// The longest that `attempt`, counted from 1, may have to wait.
    Duration bound(int attempt) {
        Duration bound = first;
        for (int i = 1; i < attempt && bound.compareTo(longest) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return bound.compareTo(longest) < 0 ? bound : longest;
    }
}
