package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.RoomState;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// Since when who is away, as the log tells it: what deadlines are counted from. Times are epoch
/// milliseconds UTC. Immutable.
///
/// @param lostSince everyone whose connection was lost and who has not come back
/// @param emptySince when the last one went, or when the session was made
/// @param unledSince since when an active session is without an interviewer; null while it is not
record Attendance(PMap<ParticipantId, Long> lostSince, long emptySince, @Nullable Long unledSince) {

    static final Attendance NONE = new Attendance(HashTreePMap.empty(), 0, null);

    /// After `logged`, which made the state `after`.
    Attendance evolve(RoomState after, LoggedEvent logged) {
        long at = logged.at();
        return switch (logged.event()) {
            case PeerLeft(var id, DepartureReason reason) ->
                    new Attendance(
                            reason == DepartureReason.LOST
                                    ? lostSince.plus(id, at)
                                    : lostSince.minus(id),
                            at,
                            unledSince(after, at));
            case PeerJoined joined ->
                    new Attendance(
                            lostSince.minus(joined.participantId()),
                            emptySince,
                            unledSince(after, at));
            case SessionCreated _ -> new Attendance(lostSince, at, null);
            case RoomEvent _ -> new Attendance(lostSince, emptySince, unledSince(after, at));
        };
    }

    private @Nullable Long unledSince(RoomState after, long at) {
        if (after.status() != SessionStatus.ACTIVE || after.isLed()) {
            return null;
        }
        return unledSince == null ? Long.valueOf(at) : unledSince;
    }
}
