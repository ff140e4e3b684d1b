package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Role;

/// One more invite to a session, for people in one role.
public record CreatedInvite(Role role, Invite invite) {}
