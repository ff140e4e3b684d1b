package dev.tandem.protocol.api;

import org.jspecify.annotations.Nullable;

/// A code, with the link that holds it.
///
/// @param expiresAt when it lets nobody in any more, epoch milliseconds UTC; null for never
public record Invite(InviteLink link, @Nullable Long expiresAt) {
    public InviteCode code() {
        return link.code();
    }
}
