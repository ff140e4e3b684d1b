package dev.tandem.relay.coderun.sandbox;

import java.time.Duration;

/// What the processes of a sandbox take at one moment, and have taken.
///
/// @param memory resident bytes of all; what processes share counts for each
/// @param addresses bytes of all, of which most may be nowhere
/// @param cpu of all that are or were there
/// @param waiting whether one of them waits for its input
record Usage(long memory, long addresses, Duration cpu, boolean waiting) {
    static final Usage NONE = new Usage(0, 0, Duration.ZERO, false);

    /// The most of both.
    Usage max(long otherMemory, Duration otherCpu) {
        return new Usage(
                Math.max(memory, otherMemory),
                addresses,
                cpu.compareTo(otherCpu) > 0 ? cpu : otherCpu,
                waiting);
    }
}
