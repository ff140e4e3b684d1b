package dev.tandem.protocol.api;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.util.Map;
import java.util.Objects;

/// A new session, with the secrets that let people in. They are told this once.
///
/// @param createdAt epoch milliseconds UTC
/// @param hostToken joins as an interviewer, any number of times, and is a bearer token for this
///   session
/// @param invites one for each role
public record CreatedSession(
        SessionId id,
        SessionStatus status,
        long createdAt,
        String hostToken,
        Map<Role, Invite> invites) {

    /// @throws IllegalArgumentException if a role has no invite
    public CreatedSession {
        invites = Map.copyOf(invites);
        if (invites.size() != Role.values().length) {
            throw new IllegalArgumentException("a session has an invite for each role");
        }
    }

    public Invite invite(Role role) {
        return Objects.requireNonNull(invites.get(role));
    }

    /// Without the secrets: they are not for logs.
    @Override
    public String toString() {
        return "CreatedSession[" + id + "]";
    }
}
