package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// An invite as it is stored.
///
/// @param expiresAt when it lets nobody in any more, epoch milliseconds UTC; null for never
public record NewInvite(String codeHash, Role role, @Nullable Long expiresAt) {}
