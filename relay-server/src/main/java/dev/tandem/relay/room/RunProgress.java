package dev.tandem.relay.room;

import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.role.RunPhase;
import org.jspecify.annotations.Nullable;

/// How far a run has come.
///
/// @param place in the queue, from 1; null where it does not wait there
/// @param limitMs how long this phase may take; null for as long as it likes
record RunProgress(RunId run, RunPhase phase, @Nullable Integer place, @Nullable Long limitMs) {

    RunProgressed message(long at) {
        return new RunProgressed(at, run, phase, place, limitMs);
    }
}
