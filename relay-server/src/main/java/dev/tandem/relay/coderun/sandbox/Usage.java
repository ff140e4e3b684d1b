package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;

/// What the processes of a sandbox take at one moment, and have taken.
///
/// @param memory resident bytes of all, and large page tables; what processes share counts for each
/// @param cpu of all that are or were there
/// @param waiting whether one of them waits for its input
record Usage(long memory, Duration cpu, boolean waiting) {
    static final Usage NONE = new Usage(0, Duration.ZERO, false);
}
