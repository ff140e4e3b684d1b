package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.role.RunPhase;
import org.jspecify.annotations.Nullable;

/// Whoever is told what becomes of a run, in its order, on threads of the run's. It must not hold
/// them up.
public interface RunListener {

    /// Something lasting; [RoomEvent.RunFinished] is the last.
    void happened(RoomEvent event);

    /// It has come further, which passes.
    ///
    /// @param place in the queue, from 1; null where it does not wait there
    /// @param limitMs how long this phase may take; null for as long as it likes
    void progressed(RunPhase phase, @Nullable Integer place, @Nullable Long limitMs);
}
