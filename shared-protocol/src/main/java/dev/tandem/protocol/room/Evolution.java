package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RoomEvent.TestsChanged;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.role.SessionStatus;
import java.util.List;
import java.util.function.UnaryOperator;

/// How a state follows from the one before and the next event: the one function behind live work,
/// coming back, the history and the replay. It is pure and total, and takes its time from the
/// event. An event that does not fit the state (which a log written by [RoomRules] never holds)
/// changes nothing but the place in the log.
final class Evolution {
    private Evolution() {}

    static RoomState evolve(RoomState state, LoggedEvent logged) {
        RoomState next = happen(state, logged).at(logged.seq(), logged.at());
        return takeId(next, logged);
    }

    private static RoomState happen(RoomState state, LoggedEvent logged) {
        return switch (logged.event()) {
            case SessionCreated created -> create(state, created, logged.at());
            case SessionUpdated(var title, var plannedMinutes) ->
                    state.with(state.session().updated(title, plannedMinutes));
            case SessionStarted(long startedAt) -> start(state, startedAt);
            case SessionEnded ended -> end(state, ended);
            case PeerJoined joined -> state.with(arrived(state, joined));
            case PeerLeft(var id, var reason) ->
                    adjust(state, id, p -> p.with(Presence.after(reason)));
            case PermissionsChanged(var id, var permissions) ->
                    adjust(state, id, p -> p.with(permissions));
            case DocumentOpened opened -> open(state, opened);
            case DocumentClosed(var doc) -> state.without(doc);
            case LanguageChanged(var doc, var language) -> {
                Document document = state.document(doc);
                yield document == null ? state : state.with(document.withLanguage(language));
            }
            case CodeUpdate update -> edit(state, update);
            case ChatMessage _ -> state.withChat(logged);
            case FactNoted _ -> state.with(state.facts().plus(logged));
            case TestsChanged(var doc, var tests) -> {
                Document document = state.document(doc);
                yield document == null ? state : state.with(document.withTests(tests));
            }
            case RunStarted _,
                    CodeOutput _,
                    RunInput _,
                    RunStopped _,
                    TestFinished _,
                    RunFinished _ ->
                    state.with(state.runs().evolve(logged));
            case CodeSubmitted _ -> state; // the log keeps it
        };
    }

    private static RoomState create(RoomState state, SessionCreated created, long at) {
        return state.seq().equals(Seq.ZERO)
                ? state.with(SessionFacts.created(created.title(), at, created.plannedMinutes()))
                        .with(NotedFacts.of(created.facts(), List.of()))
                : state;
    }

    private static RoomState start(RoomState state, long at) {
        return state.status() == SessionStatus.WAITING
                ? state.with(state.session().started(at))
                : state;
    }

    private static RoomState end(RoomState state, SessionEnded ended) {
        return state.status() == SessionStatus.ENDED
                ? state
                : state.with(state.session().ended(ended.endedAt(), ended.reason()));
    }

    private static RoomState open(RoomState state, DocumentOpened o) {
        return state.usedDocuments().contains(o.doc())
                ? state
                : state.with(Document.at(o.doc(), o.name(), o.language(), Revision.ZERO, o.text()));
    }

    private static Participant arrived(RoomState state, PeerJoined joined) {
        Participant known = state.participant(joined.participantId());
        return known != null
                ? known.with(Presence.CONNECTED)
                : new Participant(
                        joined.participantId(),
                        joined.name(),
                        joined.role(),
                        joined.color(),
                        Presence.CONNECTED,
                        joined.role().initialPermissions(),
                        0);
    }

    private static RoomState edit(RoomState state, CodeUpdate update) {
        Document document = state.document(update.doc());
        return document != null && document.fits(update)
                ? state.with(document.apply(update))
                : state;
    }

    private static RoomState takeId(RoomState state, LoggedEvent logged) {
        if (logged.by() == null || logged.id() == null) {
            return state;
        }
        long id = logged.id().value();
        return adjust(state, logged.by(), p -> id > p.lastId() ? p.withLastId(id) : p);
    }

    private static RoomState adjust(
            RoomState state, ParticipantId id, UnaryOperator<Participant> change) {
        Participant participant = state.participant(id);
        return participant == null ? state : state.with(change.apply(participant));
    }
}
