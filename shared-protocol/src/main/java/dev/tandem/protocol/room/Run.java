package dev.tandem.protocol.room;

import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// One run of a document: what went in, what came out, and how it ended.
///
/// @param by who started it
/// @param startedAt epoch milliseconds UTC
/// @param tests how many test cases it is run against; null for a run of its own
/// @param inputEnded whether nothing can be typed for it any more
/// @param stopping whether somebody stopped it
/// @param results of the test cases so far, in their order
/// @param finished how it ended; null while it runs or waits for its turn
public record Run(
        RunId runId,
        DocumentId doc,
        String language,
        Revision revision,
        @Nullable ParticipantId by,
        long startedAt,
        @Nullable Integer tests,
        boolean inputEnded,
        boolean stopping,
        Transcript transcript,
        PVector<TestFinished> results,
        @Nullable RunFinished finished) {

    public boolean isOver() {
        return finished != null;
    }

    /// What someone of this role is told of it.
    public Run seenBy(Role role) {
        PVector<TestFinished> seen = TreePVector.empty();
        for (TestFinished result : results) {
            if (result.seenBy(role) instanceof TestFinished told) {
                seen = seen.plus(told);
            }
        }
        return with(seen);
    }

    Run with(RunPart part, int most) {
        boolean ended = inputEnded || (part instanceof RunPart.Typed(_, _, boolean eof) && eof);
        return with(ended, stopping, transcript.plus(part, most));
    }

    Run stopped() {
        return with(inputEnded, true, transcript);
    }

    Run with(TestFinished result) {
        return with(results.plus(result));
    }

    Run with(RunFinished end) {
        return new Run(
                runId,
                doc,
                language,
                revision,
                by,
                startedAt,
                tests,
                inputEnded,
                stopping,
                transcript,
                results,
                end);
    }

    private Run with(PVector<TestFinished> newResults) {
        return new Run(
                runId,
                doc,
                language,
                revision,
                by,
                startedAt,
                tests,
                inputEnded,
                stopping,
                transcript,
                newResults,
                finished);
    }

    private Run with(boolean nowEnded, boolean nowStopping, Transcript newTranscript) {
        return new Run(
                runId,
                doc,
                language,
                revision,
                by,
                startedAt,
                tests,
                nowEnded,
                nowStopping,
                newTranscript,
                results,
                finished);
    }
}
