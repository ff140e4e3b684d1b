package dev.tandem.protocol.event;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything lasting that can happen in a session. A session is the ordered log of these, and its
/// state is their fold. Times are epoch milliseconds UTC, durations milliseconds.
public sealed interface RoomEvent {

    /// The first event of every log.
    ///
    /// @param facts whether the candidates' windows tell facts about themselves
    record SessionCreated(
            String title, String language, @Nullable Integer plannedMinutes, boolean facts)
            implements RoomEvent {

        /// A session in which no facts are told.
        public SessionCreated(String title, String language, @Nullable Integer plannedMinutes) {
            this(title, language, plannedMinutes, false);
        }
    }

    /// A fact about the session was corrected; what is null stayed as it was.
    record SessionUpdated(@Nullable String title, @Nullable Integer plannedMinutes)
            implements RoomEvent {}

    /// The interview began; every timer counts from `startedAt`.
    record SessionStarted(long startedAt) implements RoomEvent {}

    /// `durationMs` counts from the start; it is 0 if the session never started.
    record SessionEnded(long endedAt, EndReason reason, long durationMs) implements RoomEvent {}

    /// Someone came, for the first time or (`resumed`) back to their own place. `color` is
    /// `#rrggbb` and stays with the participant.
    record PeerJoined(
            ParticipantId participantId, String name, Role role, String color, boolean resumed)
            implements RoomEvent {}

    /// Someone is no longer connected.
    record PeerLeft(ParticipantId participantId, DepartureReason reason) implements RoomEvent {}

    /// A document began at revision 0 with `text`.
    record DocumentOpened(DocumentId doc, String name, String language, String text)
            implements RoomEvent {}

    /// A document is gone; its id is not used again.
    record DocumentClosed(DocumentId doc) implements RoomEvent {}

    /// Takes the text of `doc` from `revision - 1` to `revision`.
    ///
    /// @param deleted the texts that the operation deletes, in order; the log always has them, a
    ///   live connection may leave them out (null)
    /// @param undoOf for an undo, a redo or a revert the revisions that it takes back, ascending,
    ///   as far as its author knew them; null for any other edit
    record CodeUpdate(
            DocumentId doc,
            Revision revision,
            TextOperation operation,
            @Nullable List<String> deleted,
            @Nullable List<Revision> undoOf)
            implements RoomEvent {
        public CodeUpdate {
            deleted = deleted == null ? null : List.copyOf(deleted);
            undoOf = undoOf == null ? null : List.copyOf(undoOf);
        }

        /// An edit that takes nothing back.
        public CodeUpdate(
                DocumentId doc,
                Revision revision,
                TextOperation operation,
                @Nullable List<String> deleted) {
            this(doc, revision, operation, deleted, null);
        }
    }

    /// A document is written in another language: 1 to 32 of `[a-z0-9+#_-]`.
    record LanguageChanged(DocumentId doc, String language) implements RoomEvent {}

    /// What a candidate may do from now on.
    record PermissionsChanged(ParticipantId participantId, Permissions permissions)
            implements RoomEvent {}

    /// Somebody said something: 1 to 4,000 UTF-16 code units, not only white space.
    record ChatMessage(String text) implements RoomEvent {}

    /// A program began to run, or to wait for its turn.
    ///
    /// @param language of the document at `revision`
    /// @param stdin all of the program's input; null where it is typed meanwhile
    /// @param tests how many test cases it is run against; null for a run of its own
    record RunStarted(
            RunId runId,
            DocumentId doc,
            String language,
            Revision revision,
            @Nullable String stdin,
            @Nullable Integer tests)
            implements RoomEvent {}

    /// A program, or its compiler, wrote something.
    record CodeOutput(RunId runId, RunStream stream, String text) implements RoomEvent {}

    /// Somebody typed something for a program.
    ///
    /// @param eof whether nothing follows it
    record RunInput(RunId runId, String text, boolean eof) implements RoomEvent {}

    /// Somebody stopped a program, or took it out of the queue; [RunFinished] follows.
    record RunStopped(RunId runId) implements RoomEvent {}

    /// One test case was run. Of a hidden one only who leads the interview is told more than its
    /// name and whether it passed.
    ///
    /// @param index among the document's test cases, from 0
    /// @param output what the program printed, cut to 4,096 code units
    /// @param errors what it wrote to its error stream, cut likewise
    record TestFinished(
            RunId runId,
            int index,
            String name,
            boolean hidden,
            boolean passed,
            @Nullable Integer exitCode,
            @Nullable Long timeMs,
            @Nullable String output,
            @Nullable String errors,
            @Nullable RunError error)
            implements RoomEvent {}

    /// A run is over.
    ///
    /// @param exitCode null where there is none: it was stopped before its turn, or could not run
    /// @param signal by its name, such as `SIGSEGV`; null where none ended it
    /// @param timeMs by the clock on the wall
    /// @param cpuMs null where it is not known, as is `memoryBytes`
    /// @param truncated whether the program wrote more than what was kept
    /// @param error null where it came to an end of its own
    record RunFinished(
            RunId runId,
            @Nullable Integer exitCode,
            @Nullable String signal,
            long timeMs,
            @Nullable Long cpuMs,
            @Nullable Long memoryBytes,
            boolean truncated,
            @Nullable RunError error)
            implements RoomEvent {}

    /// Somebody handed in a document, as it is at `revision`.
    record CodeSubmitted(
            SubmissionId submissionId,
            DocumentId doc,
            Revision revision,
            @Nullable String questionId,
            String text)
            implements RoomEvent {}

    /// A document has these test cases from now on. Of a hidden one only who leads the interview is
    /// told more than its name.
    record TestsChanged(DocumentId doc, List<TestCase> tests) implements RoomEvent {
        public TestsChanged {
            tests = List.copyOf(tests);
        }
    }

    /// A candidate's window told something about itself.
    record FactNoted(Fact fact) implements RoomEvent {}

    /// What someone of this role is told of it.
    default RoomEvent seenBy(Role role) {
        return switch (this) {
            case TestsChanged(var doc, var tests) ->
                    new TestsChanged(doc, tests.stream().map(t -> t.seenBy(role)).toList());
            case TestFinished test when test.hidden() && !role.leads() ->
                    new TestFinished(
                            test.runId(),
                            test.index(),
                            test.name(),
                            true,
                            test.passed(),
                            null,
                            null,
                            null,
                            null,
                            null);
            case RoomEvent event -> event;
        };
    }
}
