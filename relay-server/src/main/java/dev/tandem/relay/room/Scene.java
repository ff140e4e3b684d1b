package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/// A room at one place of its log, who is connected to it, and what they were told of its texts.
/// Immutable.
///
/// @param seats the one live connection of each participant, in the order of their coming
/// @param progress how far each run under way has come
/// @param head what was signed of the log last; null for nothing
record Scene(
        RoomState state,
        Attendance attendance,
        PMap<ParticipantId, Seat> seats,
        Checks checks,
        PMap<RunId, RunProgressed> progress,
        @Nullable Head head) {

    static final Scene EMPTY =
            new Scene(
                    RoomState.EMPTY,
                    Attendance.NONE,
                    OrderedPMap.empty(),
                    Checks.NONE,
                    HashTreePMap.empty(),
                    null);

    /// Whether there is such a session.
    boolean exists() {
        return state.seq().value() > 0;
    }

    Scene evolve(LoggedEvent event) {
        RoomState next = RoomRules.evolve(state, event);
        return new Scene(
                next,
                attendance.evolve(next, event),
                seats,
                checks.evolve(event),
                event.event() instanceof RunFinished end ? progress.minus(end.runId()) : progress,
                head);
    }

    /// Without what nobody needs at hand, and the log has; so everything must be in it.
    Scene forgetful() {
        return new Scene(Archive.forget(state), attendance, seats, checks, progress, head);
    }

    boolean holds(Seat seat) {
        return seats.get(seat.participantId()) == seat;
    }

    Scene with(Seat seat) {
        return withSeats(seats.plus(seat.participantId(), seat));
    }

    Scene without(Seat seat) {
        return holds(seat) ? withSeats(seats.minus(seat.participantId())) : this;
    }

    Scene withSeats(PMap<ParticipantId, Seat> newSeats) {
        return new Scene(state, attendance, newSeats, checks, progress, head);
    }

    Scene withChecks(Checks newChecks) {
        return new Scene(state, attendance, seats, newChecks, progress, head);
    }

    Scene withHead(@Nullable Head newHead) {
        return new Scene(state, attendance, seats, checks, progress, newHead);
    }

    /// A run has come further.
    Scene with(RunProgressed further) {
        return new Scene(
                state, attendance, seats, checks, progress.plus(further.runId(), further), head);
    }

    /// The interviewer to whom the session belongs, if they are in the room.
    @Nullable ParticipantId owner() {
        return seats.values().stream()
                .filter(seat -> seat.entry().owner())
                .map(Seat::participantId)
                .findFirst()
                .orElse(null);
    }
}
