package dev.tandem.protocol.message;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `join_room` (on the wire `room_state`): everything at `seq`, one's own joining
/// included.
///
/// @param serverNow the relay's clock, epoch milliseconds UTC
/// @param permissions one's own
/// @param runner what the relay can run; null where it does not say
/// @param retention how long the session is kept; null where the relay does not say
/// @param replyTo the id of the `join_room`; null where it had none
public record RoomSnapshot(
        You you,
        Session session,
        long serverNow,
        Seq seq,
        List<Participant> participants,
        Permissions permissions,
        Content content,
        @Nullable Runner runner,
        @Nullable Retention retention,
        @Nullable CommandId replyTo)
        implements ServerMessage {

    public RoomSnapshot {
        participants = List.copyOf(participants);
    }

    /// The answer to a `join_room` without an id, of a relay that says nothing of what it can run
    /// and how long it keeps things.
    public RoomSnapshot(
            You you,
            Session session,
            long serverNow,
            Seq seq,
            List<Participant> participants,
            Permissions permissions,
            Content content) {
        this(you, session, serverNow, seq, participants, permissions, content, null, null, null);
    }

    /// The same answer to a `join_room` with this id.
    public RoomSnapshot inReplyTo(@Nullable CommandId id) {
        return new RoomSnapshot(
                you,
                session,
                serverNow,
                seq,
                participants,
                permissions,
                content,
                runner,
                retention,
                id);
    }

    /// How long a relay keeps a session.
    ///
    /// @param keptMs after its end; null for until somebody deletes it
    public record Retention(@Nullable Long keptMs) {}

    /// Who one is in this room.
    ///
    /// @param resumeToken the secret by which one comes back to this place
    /// @param lastId the highest command id taken from this participant; 0 if none was
    public record You(
            ParticipantId participantId,
            String name,
            Role role,
            String color,
            String resumeToken,
            long lastId) {}

    /// The session one is in.
    ///
    /// @param language that of the main document
    /// @param notesFacts whether the candidates' windows tell facts about themselves
    public record Session(SessionId id, String language, SessionFacts facts, boolean notesFacts) {

        /// A session in which no facts are told.
        public Session(SessionId id, String language, SessionFacts facts) {
            this(id, language, facts, false);
        }
    }

    /// What the room holds: all of it, or what came after the last thing one knew.
    public sealed interface Content {}

    /// All of it.
    ///
    /// @param chat the last messages, oldest first
    /// @param runs the last runs, oldest first
    /// @param facts the last facts about candidates' windows, oldest first
    public record Whole(
            List<DocumentState> documents,
            List<LoggedEvent> chat,
            List<Run> runs,
            List<LoggedEvent> facts)
            implements Content {
        public Whole {
            documents = List.copyOf(documents);
            chat = List.copyOf(chat);
            runs = List.copyOf(runs);
            facts = List.copyOf(facts);
        }

        /// A room of which no facts are told.
        public Whole(List<DocumentState> documents, List<LoggedEvent> chat, List<Run> runs) {
            this(documents, chat, runs, List.of());
        }
    }

    /// Every visible event after the `lastSeq` that was asked for, one's own included.
    public record Tail(List<LoggedEvent> events) implements Content {
        public Tail {
            events = List.copyOf(events);
        }
    }

    /// An open document.
    ///
    /// @param text at `revision`
    /// @param tests its test cases
    public record DocumentState(
            DocumentId doc,
            String name,
            String language,
            Revision revision,
            String text,
            List<TestCase> tests) {
        public DocumentState {
            tests = List.copyOf(tests);
        }

        /// A document without test cases.
        public DocumentState(
                DocumentId doc, String name, String language, Revision revision, String text) {
            this(doc, name, language, revision, text, List.of());
        }

        /// The open documents of a room as someone of this role sees them, `main` first.
        public static List<DocumentState> allOf(RoomState state, Role reader) {
            return state.documents().values().stream().map(d -> of(d, reader)).toList();
        }

        private static DocumentState of(Document document, Role reader) {
            return new DocumentState(
                    document.doc(),
                    document.name(),
                    document.language(),
                    document.revision(),
                    document.text().toString(),
                    document.tests().stream().map(test -> test.seenBy(reader)).toList());
        }
    }
}
