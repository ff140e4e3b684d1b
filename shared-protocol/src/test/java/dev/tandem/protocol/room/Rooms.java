package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// Rooms for tests, made the way all rooms are made: by events.
final class Rooms {
    static final ParticipantId ADA = new ParticipantId("ada");
    static final ParticipantId MERT = new ParticipantId("mert");
    static final ParticipantId SELIN = new ParticipantId("selin");

    private RoomState state = RoomState.EMPTY;

    /// Ada leads, Mert is the candidate, Selin watches; facts are told.
    static RoomState of(SessionStatus status) {
        Rooms room =
                new Rooms()
                        .happen(new RoomEvent.SessionCreated("First talk", "python", 60, true))
                        .happen(
                                new RoomEvent.DocumentOpened(
                                        DocumentId.MAIN, "main.py", "python", "x = 1\n"))
                        .join(ADA, Role.INTERVIEWER)
                        .join(MERT, Role.CANDIDATE)
                        .join(SELIN, Role.SPECTATOR);
        return switch (status) {
            case WAITING -> room.state;
            case ACTIVE -> room.start().state;
            case ENDED -> room.start().end().state;
        };
    }

    static RoomState after(RoomState state, @Nullable ParticipantId by, RoomEvent event) {
        return RoomRules.evolve(
                state, new LoggedEvent(state.seq().next(), state.at() + 1000, by, null, event));
    }

    static ParticipantId of(Role role) {
        return switch (role) {
            case INTERVIEWER -> ADA;
            case CANDIDATE -> MERT;
            case SPECTATOR -> SELIN;
        };
    }

    private Rooms join(ParticipantId id, Role role) {
        return happen(RoomRules.join(state, id, id.value(), role));
    }

    private Rooms start() {
        return happen(new RoomEvent.SessionStarted(state.at() + 1000));
    }

    private Rooms end() {
        return happen(
                RoomRules.end(
                        state,
                        dev.tandem.protocol.role.EndReason.ENDED_BY_INTERVIEWER,
                        state.at() + 1000));
    }

    private Rooms happen(RoomEvent event) {
        state = after(state, null, event);
        return this;
    }
}
