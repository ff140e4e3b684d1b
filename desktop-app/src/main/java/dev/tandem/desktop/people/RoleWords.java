package dev.tandem.desktop.people;

import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Presence;

/// Roles and presence as words on screen.
final class RoleWords {
    private RoleWords() {}

    static String of(Role role) {
        return switch (role) {
            case INTERVIEWER -> "interviewer";
            case CANDIDATE -> "candidate";
            case SPECTATOR -> "spectator";
        };
    }

    static String of(Presence presence) {
        return switch (presence) {
            case CONNECTED -> "connected";
            case LOST -> "lost the connection";
            case LEFT -> "left";
            case REMOVED -> "removed";
        };
    }
}
