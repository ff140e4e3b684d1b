package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// An invite that lets people in, without its code, which a relay does not keep.
///
/// @param expiresAt when it lets nobody in any more, epoch milliseconds UTC; null for never
public record LiveInvite(InviteId id, Role role, @Nullable Long expiresAt) {}
