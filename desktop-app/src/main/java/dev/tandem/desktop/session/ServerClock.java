package dev.tandem.desktop.session;

import dev.tandem.desktop.connection.RoundTrip;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The relay's clock, as well as it can be known from here: the quickest answer to a ping is the
/// one that says it best. (That is how NTP filters its samples, RFC 5905, section 10.)
final class ServerClock {
    private final InstantSource clock;
    private @Nullable RoundTrip best;
    private long roughlyAheadMs;

    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    /// Epoch milliseconds.
    long now() {
        return clock.millis() + (best == null ? roughlyAheadMs : best.serverAheadMs());
    }

    /// The relay wrote `serverNow` some time ago.
    void hear(long serverNow) {
        roughlyAheadMs = serverNow - clock.millis();
    }

    void learn(RoundTrip sample) {
        if (best == null
                || sample.roundTripMs() <= best.roundTripMs()
                || contradict(best, sample)) {
            best = sample;
        }
    }

    // Each is right to half its round trip. If they exclude each other, a clock was set meanwhile.
    private static boolean contradict(RoundTrip one, RoundTrip other) {
        long apart = Math.abs(one.serverAheadMs() - other.serverAheadMs());
        return apart > (one.roundTripMs() + other.roundTripMs()) / 2 + 2;
    }
}
