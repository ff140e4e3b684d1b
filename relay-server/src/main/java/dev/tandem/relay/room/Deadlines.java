package dev.tandem.relay.room;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.room.Run;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a room has to look at the clock. Pure.
///
/// @param startedAt when the relay started, epoch milliseconds UTC: grace times begin anew then
record Deadlines(RoomSettings settings, long startedAt) {

    /// When something is due if nothing else happens before, epoch milliseconds UTC; null for
    /// never.
    @Nullable Long next(RoomState state, Attendance attendance) {
        Long unledSince = attendance.unledSince();
        return switch (state.status()) {
            case WAITING ->
                    state.connectedCount() > 0
                            ? null
                            : attendance.emptySince() + settings.waitingExpiry().toMillis();
            case ACTIVE -> unledSince == null ? null : graceEnds(unledSince);
            case ENDED -> null;
        };
    }

    /// When the runs of a room end in which nobody is left, since nobody sees them: at once where
    /// everyone left for good, and after the grace time where someone was lost, epoch milliseconds
    /// UTC; null for never.
    @Nullable Long runsEnd(RoomState state, Attendance attendance) {
        if (state.connectedCount() > 0 || state.runs().all().stream().allMatch(Run::isOver)) {
            return null;
        }
        long emptySince = attendance.emptySince();
        return attendance.lostSince().isEmpty() ? Long.valueOf(emptySince) : graceEnds(emptySince);
    }

    /// When someone in the room has to be told what a text has to be; null for never.
    @Nullable Long nextCheck(Checks checks) {
        return checks.next(settings.checkInterval());
    }

    /// The texts of which that is due by `now`.
    List<DocumentId> dueChecks(Checks checks, long now) {
        return checks.due(settings.checkInterval(), now);
    }

    /// What is due by `now`.
    List<RoomEvent> due(RoomState state, Attendance attendance, long now) {
        Long next = next(state, attendance);
        if (next == null || next > now) {
            return List.of();
        }
        return Stream.concat(
                        RoomRules.graceOver(state, now).stream(),
                        RoomRules.expire(state, now).stream())
                .toList();
    }

    /// Whether the room has no place for `id`: others are connected, or were lost so lately that
    /// their places are kept. Who has a place has it for themselves.
    boolean isFullFor(ParticipantId id, RoomState state, Attendance attendance, long now) {
        Participant participant = state.participant(id);
        if (participant != null && hasPlace(participant, attendance, now)) {
            return false;
        }
        long taken =
                state.participants().values().stream()
                        .filter(p -> hasPlace(p, attendance, now))
                        .count();
        return taken >= settings.size();
    }

    private long graceEnds(long since) {
        return Math.max(since, startedAt) + settings.grace().toMillis();
    }

    private boolean hasPlace(Participant p, Attendance attendance, long now) {
        Long lostSince = attendance.lostSince().get(p.participantId());
        return p.connected()
                || (p.presence() == Presence.LOST
                        && lostSince != null
                        && now < graceEnds(lostSince));
    }
}
