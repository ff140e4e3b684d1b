package dev.tandem.relay.coderun;

import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.id.RunId;

/// Adds up the test cases of a run. For one thread.
final class TestTally {
    private final RunId id;
    private long timeMs;

    TestTally(RunId id) {
        this.id = id;
    }

    void add(TestFinished result) {
        Long took = result.timeMs();
        timeMs += took == null ? 0 : took;
    }

    /// Each case has an end of its own, so that of the run is only that it is over.
    RunFinished finish(boolean stopped) {
        return stopped
                ? Verdict.stopped(id)
                : new RunFinished(id, null, null, timeMs, null, null, false, null);
    }
}
