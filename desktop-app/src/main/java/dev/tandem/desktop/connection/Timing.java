package dev.tandem.desktop.connection;

import java.time.Duration;

/// How patient a connection is.
///
/// @param openWithin an attempt that takes longer has failed
/// @param pingEvery how often the relay is asked for a sign of life
/// @param staleAfter a connection on which nothing was heard for longer is lost
/// @param backoff between the attempts to open it again
public record Timing(
        Duration openWithin, Duration pingEvery, Duration staleAfter, Backoff backoff) {
    public static final Timing USUAL =
            new Timing(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10)));
}
