package dev.tandem.relay.bench;

import java.util.List;

/// What was measured in one phase of the load.
///
/// @param slices the same, part by part
/// @param relayCpu how many cores the relay was busy with; not a number where it is not known
/// @param ownCpu how many cores the load generator itself was busy with
/// @param liveBefore bytes of the relay's heap in use before, after a full collection; 0 where it
///   is not known, as are the others
/// @param liveAfter the same afterwards
record Phase(
        Interval total,
        List<Slice> slices,
        double relayCpu,
        double ownCpu,
        long liveBefore,
        long liveAfter) {

    /// A part of a phase.
    ///
    /// @param heap the most bytes that were in use after any collection of the relay's heap
    record Slice(Interval total, long heap) {}

    /// Processor time of the relay for one edit, in microseconds.
    double relayMicrosPerEdit() {
        return relayCpu * 1e6 / total.editsPerSecond();
    }

    long highestHeap() {
        return slices.stream().mapToLong(Slice::heap).max().orElse(0);
    }
}
