package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.DocumentHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// The whole state of a room at one place of its log: the fold of everything up to `seq`.
/// Immutable; any thread may hold any state for as long as it likes.
///
/// @param at when the last event happened, epoch milliseconds UTC
/// @param participants everyone who ever came, in the order of their coming
/// @param documents what is open, in the order of opening, `main` first
/// @param usedDocuments every document id that was ever used
/// @param chat the last [Limits#CHAT_KEPT] chat messages, oldest first
/// @param runs the last [Limits#RUNS_KEPT] runs, oldest first
/// @param facts what candidates' windows tell about themselves
public record RoomState(
        SessionFacts session,
        Seq seq,
        long at,
        PMap<ParticipantId, Participant> participants,
        PMap<DocumentId, Document> documents,
        PSet<DocumentId> usedDocuments,
        PVector<LoggedEvent> chat,
        Runs runs,
        NotedFacts facts) {

    /// Before the first event: nothing has happened, not even the session's creation.
    public static final RoomState EMPTY =
            new RoomState(
                    SessionFacts.created("", 0, null),
                    Seq.ZERO,
                    0,
                    OrderedPMap.empty(),
                    OrderedPMap.empty(),
                    OrderedPSet.empty(),
                    TreePVector.empty(),
                    Runs.keeping(Limits.OUTPUT_KEPT),
                    NotedFacts.OFF);

    /// The state that a relay describes, for a client that knows no log before it.
    public static RoomState restored(
            SessionFacts session,
            Seq seq,
            long at,
            List<Participant> participants,
            List<Document> documents,
            List<LoggedEvent> chat,
            List<Run> runs,
            NotedFacts facts) {
        RoomState state =
                EMPTY.with(session).at(seq, at).with(Runs.of(runs, Limits.OUTPUT_KEPT)).with(facts);
        for (Participant participant : participants) {
            state = state.with(participant);
        }
        for (Document document : documents) {
            state = state.with(document);
        }
        for (LoggedEvent message : chat) {
            state = state.withChat(message);
        }
        return state;
    }

    public SessionStatus status() {
        return session.status();
    }

    /// The session's language is that of its main document.
    public String language() {
        Document main = documents.get(DocumentId.MAIN);
        return main == null ? "" : main.language();
    }

    /// Someone who is or was in the room; null for anyone else.
    public @Nullable Participant participant(ParticipantId id) {
        return participants.get(id);
    }

    /// A document that is open; null for any other.
    public @Nullable Document document(DocumentId id) {
        return documents.get(id);
    }

    /// How many are connected now.
    public long connectedCount() {
        return participants.values().stream().filter(Participant::connected).count();
    }

    /// Whether someone is connected on whom a session under way depends.
    public boolean isLed() {
        return participants.values().stream().anyMatch(p -> p.connected() && p.role().leads());
    }

    RoomState with(SessionFacts newSession) {
        return new RoomState(
                newSession, seq, at, participants, documents, usedDocuments, chat, runs, facts);
    }

    RoomState with(Participant participant) {
        return withParticipants(participants.plus(participant.participantId(), participant));
    }

    RoomState with(Document document) {
        return withDocuments(documents.plus(document.doc(), document))
                .withUsed(usedDocuments.plus(document.doc()));
    }

    RoomState without(DocumentId doc) {
        return withDocuments(documents.minus(doc));
    }

    RoomState withChat(LoggedEvent message) {
        PVector<LoggedEvent> longer = chat.plus(message);
        PVector<LoggedEvent> kept = longer.size() > Limits.CHAT_KEPT ? longer.minus(0) : longer;
        return new RoomState(
                session, seq, at, participants, documents, usedDocuments, kept, runs, facts);
    }

    RoomState with(Runs newRuns) {
        return new RoomState(
                session, seq, at, participants, documents, usedDocuments, chat, newRuns, facts);
    }

    RoomState with(NotedFacts newFacts) {
        return new RoomState(
                session, seq, at, participants, documents, usedDocuments, chat, runs, newFacts);
    }

    /// This state at a later place of the log, where what lies between is not for this reader.
    public RoomState at(Seq newSeq, long newAt) {
        return new RoomState(
                session, newSeq, newAt, participants, documents, usedDocuments, chat, runs, facts);
    }

    /// This state, with no more of each document's history than [DocumentHistory#latest] leaves.
    public RoomState withLatest(int changes, long codeUnits) {
        RoomState state = this;
        for (Document document : documents.values()) {
            DocumentHistory latest = document.history().latest(changes, codeUnits);
            if (latest.size() < document.history().size()) {
                state = state.with(document.with(latest));
            }
        }
        return state;
    }

    /// This state by itself: its documents know nothing of what came before, and have texts that no
    /// other state has a part in.
    public RoomState alone() {
        RoomState state = this;
        for (Document document : documents.values()) {
            state = state.with(document.alone());
        }
        return state;
    }

    private RoomState withParticipants(PMap<ParticipantId, Participant> newParticipants) {
        return new RoomState(
                session, seq, at, newParticipants, documents, usedDocuments, chat, runs, facts);
    }

    private RoomState withDocuments(PMap<DocumentId, Document> newDocuments) {
        return new RoomState(
                session, seq, at, participants, newDocuments, usedDocuments, chat, runs, facts);
    }

    private RoomState withUsed(PSet<DocumentId> newUsed) {
        return new RoomState(session, seq, at, participants, documents, newUsed, chat, runs, facts);
    }
}
