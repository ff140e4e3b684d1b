package dev.tandem.protocol.intent;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What someone wants to happen in a room. The room decides; what it accepts becomes an event. The
/// lengths and characters of texts are looked after where they come in, by the codec.
public sealed interface Intent {

    /// Concerns one document of the room.
    sealed interface OnDocument extends Intent {
        DocumentId doc();
    }

    /// Only while the session waits.
    record StartSession() implements Intent {}

    /// Whether or not it has started.
    record EndSession() implements Intent {}

    /// Leaves for good.
    record LeaveRoom() implements Intent {}

    /// `operation` applies to the text of `doc` at `revision`.
    ///
    /// @param undoOf for an undo, a redo or a revert the revisions that it takes back, ascending,
    ///   none above `revision`, as far as they are known; null for any other edit
    record CodeUpdate(
            DocumentId doc,
            Revision revision,
            TextOperation operation,
            @Nullable List<Revision> undoOf)
            implements OnDocument {
        public CodeUpdate {
            undoOf = undoOf == null ? null : List.copyOf(undoOf);
        }

        /// An edit that takes nothing back.
        public CodeUpdate(DocumentId doc, Revision revision, TextOperation operation) {
            this(doc, revision, operation, null);
        }
    }

    /// An edit that is no operation at all, and why: a sentence with the numbers. It goes through
    /// the same tests as any other, so that the first that fails is the one that answers.
    record MalformedCodeUpdate(DocumentId doc, String reason) implements OnDocument {}

    /// Writes a document in another language: 1 to 32 of `[a-z0-9+#_-]`.
    record SetLanguage(DocumentId doc, String language) implements OnDocument {}

    /// What is null stays as it is.
    record SetPermissions(
            ParticipantId participantId, @Nullable Boolean canEdit, @Nullable Boolean canRun)
            implements Intent {}

    /// Sends someone else away for good; the code by which they came lets others in as before.
    record RemoveParticipant(ParticipantId participantId) implements Intent {}

    /// Opens one more document.
    ///
    /// @param doc an id that was never used in this session
    /// @param name 1 to 200 characters on one line
    /// @param language 1 to 32 of `[a-z0-9+#_-]`
    /// @param text what it begins with; null for nothing. Its lines may end in any way
    record OpenDocument(DocumentId doc, String name, String language, @Nullable String text)
            implements OnDocument {}

    /// Any but the main document can be closed.
    record CloseDocument(DocumentId doc) implements OnDocument {}

    /// Says something: 1 to 4,000 UTF-16 code units, not only white space.
    record ChatMessage(String text) implements Intent {}

    /// Corrects facts about the session; what is null stays as it is.
    record UpdateSession(@Nullable String title, @Nullable Integer plannedMinutes)
            implements Intent {}

    /// Runs a document as it is now.
    ///
    /// @param stdin all of the program's input; null where it is typed while it runs
    /// @param tests whether to run it against the document's test cases, in place of an input
    record RunCode(DocumentId doc, @Nullable String stdin, boolean tests) implements OnDocument {}

    /// Types something for a program that runs or waits for its turn.
    ///
    /// @param eof whether nothing follows it
    record RunInput(RunId runId, String text, boolean eof) implements Intent {}

    /// Ends a run, or takes it out of the queue.
    record StopRun(RunId runId) implements Intent {}

    /// Hands in a document as it is now.
    ///
    /// @param questionId what it answers; null for nothing in particular
    record SubmitCode(DocumentId doc, @Nullable String questionId) implements OnDocument {}

    /// Tells something about one's own window, where the session has that on.
    record NoteFact(Fact fact) implements Intent {}

    /// Gives a document these test cases in place of those that it has.
    record SetTests(DocumentId doc, List<TestCase> tests) implements OnDocument {
        public SetTests {
            tests = List.copyOf(tests);
        }
    }
}
