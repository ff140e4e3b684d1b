package dev.tandem.relay.connection;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.JoinRoom.ByResumeToken;
import dev.tandem.relay.access.Admission;
import dev.tandem.relay.access.Admission.Denial;
import dev.tandem.relay.access.Admission.Denied;
import dev.tandem.relay.access.Admission.Newcomer;
import dev.tandem.relay.access.Admission.Returning;
import dev.tandem.relay.access.Doors;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.room.Entry;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.room.Seat;
import dev.tandem.relay.room.Subscriber;
import dev.tandem.relay.sessionlog.StorageFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees whether someone may come in, and takes them to their room. Any thread; it waits for the
/// database.
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /// Where someone was taken.
    record Welcome(SessionId session, ParticipantId participant, Seat seat) {}

    private final Doors doors;
    private final RoomRegistry rooms;

    public Reception(Doors doors, RoomRegistry rooms) {
        this.doors = doors;
        this.rooms = rooms;
    }

    /// Where they were taken; the room has the last word on whether they may stay. Null if they may
    /// not come in; then their connection has been closed with the reason.
    ///
    /// @param id of the message by which they asked; null for none
    @Nullable Welcome receive(
            JoinRoom join, @Nullable CommandId id, String address, Subscriber subscriber) {
        try {
            return receive(join, id, doors.admit(join, address), subscriber);
        } catch (StorageFailure e) {
            LOG.error("Nobody can come in: {}", e.getMessage());
            subscriber.close(CloseCode.FAILED);
            return null;
        }
    }

    /// Who left does not come back: their token can go.
    void forget(Welcome welcome) {
        try {
            doors.dropResumeToken(welcome.session(), welcome.participant());
        } catch (StorageFailure e) {
            LOG.warn("The token of someone who left could not be dropped: {}", e.getMessage());
        }
    }

    private @Nullable Welcome receive(
            JoinRoom join, @Nullable CommandId id, Admission admission, Subscriber subscriber) {
        return switch (admission) {
            case Newcomer newcomer -> seat(newcomer.session(), entry(newcomer, id), subscriber);
            case Returning returning ->
                    seat(returning.session(), entry(returning, join, id), subscriber);
            case Denied(Denial reason) -> {
                subscriber.close(code(reason));
                yield null;
            }
        };
    }

    private Welcome seat(SessionId session, Entry entry, Subscriber subscriber) {
        return new Welcome(session, entry.participantId(), rooms.join(session, entry, subscriber));
    }

    /// The token is stored before anyone hears of them: whoever is in the room can come back.
    private Entry entry(Newcomer newcomer, @Nullable CommandId replyTo) {
        ParticipantId id = new ParticipantId(Secrets.newId());
        String token = doors.issueResumeToken(newcomer.session(), id, newcomer.owner());
        return new Entry.Newcomer(
                id, newcomer.name(), newcomer.role(), token, newcomer.owner(), replyTo);
    }

    private static Entry entry(Returning returning, JoinRoom join, @Nullable CommandId replyTo) {
        String token = join instanceof ByResumeToken resume ? resume.resumeToken() : "";
        return new Entry.Returning(
                returning.participant(), token, returning.lastSeq(), returning.owner(), replyTo);
    }

    private static CloseCode code(Denial reason) {
        return switch (reason) {
            case INVALID -> CloseCode.NOT_ADMITTED;
            case REVOKED -> CloseCode.REVOKED;
            case TOO_MANY_ATTEMPTS -> CloseCode.TOO_MANY_ATTEMPTS;
        };
    }
}
