package dev.tandem.relay.http;

import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.sessionlog.NewInvite;

/// Makes invites, and what is stored of them.
record Invites(RelayAddress address, HttpSettings settings) {

    /// @param called what the caller calls this relay
    /// @param expiresInMs how long it lets people in, in milliseconds
    Invite make(RelayAddress.Called called, long expiresInMs) {
        return new Invite(
                address.link(called, Secrets.newInviteCode()),
                settings.clock().millis() + expiresInMs);
    }

    static NewInvite stored(Role role, Invite invite) {
        return new NewInvite(Secrets.hash(invite.code()), role, invite.expiresAt());
    }
}
