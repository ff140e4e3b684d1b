package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of a room. All of them are pure functions of the state: they know neither sockets nor
/// clocks nor the database. Times are epoch milliseconds UTC.
public final class RoomRules {
    private RoomRules() {}

    /// What becomes of `intent`. The tests come in the contract's order, and the first that fails
    /// answers: role, status, permission, existence, content.
    ///
    /// @param now when it would happen
    public static Decision decide(RoomState state, Author author, Intent intent, long now) {
        return new Decider(state, author, now).decide(intent);
    }

    /// Why `id` may not do what needs `capability`, or null if they may; for what passes and is
    /// never decided.
    public static @Nullable Refusal whyNot(
            RoomState state, ParticipantId id, Capability capability) {
        Participant participant = state.participant(id);
        return participant == null
                ? Refusals.noSuchParticipant(id)
                : Rights.whyNot(participant, capability, state.status());
    }

    /// The state after `event`; see [Evolution] for what it promises.
    public static RoomState evolve(RoomState state, LoggedEvent event) {
        return Evolution.evolve(state, event);
    }

    /// The fold of a whole log.
    public static RoomState fold(Iterable<LoggedEvent> log) {
        RoomState state = RoomState.EMPTY;
        for (LoggedEvent event : log) {
            state = evolve(state, event);
        }
        return state;
    }

    /// Someone comes for the first time, and is given a colour.
    public static PeerJoined join(RoomState state, ParticipantId id, String name, Role role) {
        String color = PersonColors.of(state.participants().size());
        return new PeerJoined(id, name, role, color, false);
    }

    /// Someone who was lost comes back to their place. Makes nothing where they are still
    /// connected: the new connection silently takes the old one's place. Nor where they left or
    /// were removed: such a place is gone.
    public static List<RoomEvent> resume(RoomState state, ParticipantId id) {
        Participant p = state.participant(id);
        return p == null || p.presence() != Presence.LOST
                ? List.of()
                : List.of(new PeerJoined(id, p.name(), p.role(), p.color(), true));
    }

    /// A participant's connection is gone, or they were removed.
    public static List<RoomEvent> depart(
            RoomState state, ParticipantId id, DepartureReason reason) {
        Participant p = state.participant(id);
        return p == null || !p.connected() ? List.of() : List.of(new PeerLeft(id, reason));
    }

    /// What a grace time that is over brings: an active session ends when nobody is connected, or
    /// nobody who leads it.
    public static List<RoomEvent> graceOver(RoomState state, long now) {
        if (state.status() != SessionStatus.ACTIVE || state.isLed()) {
            return List.of();
        }
        return List.of(
                state.connectedCount() == 0
                        ? end(state, EndReason.ROOM_EMPTY, now)
                        : end(state, EndReason.INTERVIEWER_LEFT, now));
    }

    /// A session that waited too long ends; any other stays as it is.
    public static List<RoomEvent> expire(RoomState state, long now) {
        return state.status() == SessionStatus.WAITING && state.connectedCount() == 0
                ? List.of(end(state, EndReason.EXPIRED, now))
                : List.of();
    }

    /// The room is opened again by a relay that was down: whoever was connected is not any more.
    public static List<RoomEvent> reopen(RoomState state) {
        List<RoomEvent> departures = new ArrayList<>();
        for (Participant p : state.participants().values()) {
            departures.addAll(depart(state, p.participantId(), DepartureReason.LOST));
        }
        return departures;
    }

    static SessionEnded end(RoomState state, EndReason reason, long now) {
        Long startedAt = state.session().startedAt();
        return new SessionEnded(now, reason, startedAt == null ? 0 : now - startedAt);
    }
}
