package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.role.SessionStatus;
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
            case SessionCreated created -> state.with(created(created, logged.at()));
            case SessionUpdated(var title, var plannedMinutes) ->
                    state.with(state.session().updated(title, plannedMinutes));
            case SessionStarted(long startedAt) -> state.with(state.session().started(startedAt));
            case SessionEnded(long endedAt, var reason, _) ->
                    state.with(state.session().ended(endedAt, reason));
            case PeerJoined joined -> state.with(arrived(state, joined));
            case PeerLeft(var id, var reason) ->
                    adjust(state, id, p -> p.with(Presence.after(reason)));
            case PermissionsChanged(var id, var permissions) ->
                    adjust(state, id, p -> p.with(permissions));
            case DocumentOpened(var doc, var name, var language, var text) ->
                    state.with(Document.at(doc, name, language, Revision.ZERO, text));
            case DocumentClosed(var doc) -> state.without(doc);
            case LanguageChanged(var doc, var language) -> {
                Document document = state.document(doc);
                yield document == null ? state : state.with(document.withLanguage(language));
            }
            case CodeUpdate update -> edit(state, update);
            case ChatMessage _ -> state.withChat(logged);
        };
    }

    private static SessionFacts created(SessionCreated created, long at) {
        return new SessionFacts(
                created.title(),
                SessionStatus.WAITING,
                at,
                null,
                null,
                null,
                created.plannedMinutes());
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
