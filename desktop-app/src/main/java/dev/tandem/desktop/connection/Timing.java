package dev.tandem.desktop.connection;

import java.time.Duration;

/// How patient a connection is.
///
/// @param openWithin no attempt takes longer
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

    /// How long one attempt may take. Tyrus does not notice a line that breaks while it is opened,
    /// so an attempt to come back is given up early, and each one later than the one before.
    ///
    /// @param attempt counts the attempts to come back, from 1; 0 for the very first
    Duration openWithin(int attempt) {
        return attempt == 0
                ? openWithin
                : new Backoff(openWithin.dividedBy(4), openWithin).bound(attempt);
    }
}
