package dev.tandem.relay.bench;

import java.time.Duration;

/// What a relay has to bear.
///
/// @param people in each room
/// @param rate edits of each person in a second
/// @param warmup how long they write before anything is measured
/// @param measured how long it is measured; with slow readers, as long again with them
/// @param slowReaders how many more there are who never read, all rooms together
/// @param seed of everything random
public record Load(
        int rooms,
        int people,
        double rate,
        Duration warmup,
        Duration measured,
        int slowReaders,
        long seed) {

    /// Edits in a second, all together.
    double editsPerSecond() {
        return rooms * people * rate;
    }

    /// Between two edits of one person.
    long periodNanos() {
        return Math.round(1e9 / rate);
    }
}
