package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// Asks for one more invite to a session.
///
/// @param expiresInMs how long it lets people in, in milliseconds, 1 to
///   [dev.tandem.protocol.room.Limits#INVITE_MS]; null leaves it to the relay
public record CreateInvite(Role role, @Nullable Long expiresInMs) {}
