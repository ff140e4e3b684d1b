package dev.tandem.desktop.session;

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
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import org.jspecify.annotations.Nullable;

/// Says in a neutral sentence what happened, without its full stop.
///
/// @param me whose window it is, and who is spoken to; null for nobody who was there
/// @param before the room as it was
record Sentences(@Nullable ParticipantId me, RoomState before) {

    /// Null for what is seen elsewhere.
    @Nullable String of(LoggedEvent logged) {
        return switch (logged.event()) {
            case PeerJoined joined -> joined(joined);
            case PeerLeft left -> left(left);
            case SessionStarted _ -> started(logged.by());
            case SessionEnded(_, EndReason reason, _) -> ended(logged.by(), reason);
            case PermissionsChanged changed -> permissions(changed);
            case CodeSubmitted _ ->
                    (logged.by() == null ? "Someone" : name(logged.by())) + " handed in the code";
            case SessionCreated _,
                    SessionUpdated _,
                    DocumentOpened _,
                    DocumentClosed _,
                    CodeUpdate _,
                    LanguageChanged _,
                    ChatMessage _,
                    RunStarted _,
                    CodeOutput _,
                    RunInput _,
                    RunStopped _,
                    TestFinished _,
                    RunFinished _,
                    TestsChanged _,
                    FactNoted _ ->
                    null;
        };
    }

    private String joined(PeerJoined joined) {
        boolean isMe = joined.participantId().equals(me);
        if (joined.resumed()) {
            return isMe ? "You are back" : joined.name() + " is back";
        }
        String joins = joined.role().may(Capability.CHAT) ? " joined" : " joined to watch";
        return (isMe ? "You" : joined.name()) + joins;
    }

    private String left(PeerLeft left) {
        String who = name(left.participantId());
        return switch (left.reason()) {
            case LEFT -> who + " left";
            case LOST -> who + " lost the connection";
            case REMOVED -> who + (left.participantId().equals(me) ? " were" : " was") + " removed";
        };
    }

    private String started(@Nullable ParticipantId by) {
        return by == null ? "The interview has started" : name(by) + " started the interview";
    }

    private String ended(@Nullable ParticipantId by, EndReason reason) {
        return switch (reason) {
            case ENDED_BY_INTERVIEWER ->
                    by == null ? "The interview has ended" : name(by) + " ended the interview";
            case INTERVIEWER_LEFT -> "The interview has ended, since no interviewer is here";
            case ROOM_EMPTY -> "The interview has ended, since nobody was here";
            case EXPIRED -> "The interview was not started in time and is over";
        };
    }

    private @Nullable String permissions(PermissionsChanged changed) {
        Participant person = before.participant(changed.participantId());
        boolean canEdit = changed.permissions().canEdit();
        if (person == null || person.permissions().canEdit() == canEdit) {
            return null;
        }
        return name(changed.participantId()) + (canEdit ? " can write code" : " can only read");
    }

    private String name(ParticipantId id) {
        Participant person = before.participant(id);
        if (id.equals(me)) {
            return "You";
        }
        return person == null ? "Someone" : person.name();
    }
}
