package dev.tandem.relay.room;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.relay.room.Entry.Newcomer;
import dev.tandem.relay.room.Entry.Returning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How someone gets into a room, as it is when they come.
record Door(RoomContext context, Scene scene) {
    static final Refusal ROOM_FULL =
            new Refusal(ErrorCode.ROOM_FULL, "The room is full; try again later.");

    /// What keeps them out; null if nothing does.
    @Nullable CloseCode obstacle(Entry entry, long now) {
        if (context.closing().get()) {
            return CloseCode.GOING_AWAY;
        }
        CloseCode unknown = whyUnknown(entry);
        if (unknown != null) {
            return unknown;
        }
        return context.deadlines()
                        .isFullFor(entry.participantId(), scene.state(), scene.attendance(), now)
                ? CloseCode.ROOM_FULL
                : null;
    }

    private @Nullable CloseCode whyUnknown(Entry entry) {
        return switch (entry) {
            case Newcomer _ -> scene.exists() ? null : CloseCode.NOT_ADMITTED;
            case Returning(ParticipantId id, _, _, _, _) -> {
                Participant participant = scene.state().participant(id);
                yield participant == null ? CloseCode.NOT_ADMITTED : whyGone(participant);
            }
        };
    }

    private static @Nullable CloseCode whyGone(Participant participant) {
        return switch (participant.presence()) {
            case Presence.CONNECTED, Presence.LOST -> null;
            case Presence.LEFT -> CloseCode.NOT_ADMITTED;
            case Presence.REMOVED -> CloseCode.REVOKED;
        };
    }

    /// What the others are told of their coming.
    List<RoomEvent> arrival(Entry entry) {
        return switch (entry) {
            case Newcomer(ParticipantId id, String name, var role, _, _, _) ->
                    List.of(RoomRules.join(scene.state(), id, name, role));
            case Returning(ParticipantId id, _, _, _, _) -> RoomRules.resume(scene.state(), id);
        };
    }
}
