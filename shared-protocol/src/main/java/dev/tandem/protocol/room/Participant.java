package dev.tandem.protocol.room;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;

/// Someone who is or was in the room.
///
/// @param lastId the highest command id taken from them; 0 if none was
public record Participant(
        ParticipantId participantId,
        String name,
        Role role,
        String color,
        Presence presence,
        Permissions permissions,
        long lastId) {

    public boolean connected() {
        return presence == Presence.CONNECTED;
    }

    /// Whether their place is kept, so that they can resume.
    public boolean mayReturn() {
        return presence == Presence.CONNECTED || presence == Presence.LOST;
    }

    Participant with(Presence newPresence) {
        return new Participant(participantId, name, role, color, newPresence, permissions, lastId);
    }

    Participant with(Permissions newPermissions) {
        return new Participant(participantId, name, role, color, presence, newPermissions, lastId);
    }

    Participant withLastId(long newLastId) {
        return new Participant(participantId, name, role, color, presence, permissions, newLastId);
    }
}
