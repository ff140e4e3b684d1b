package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is stored of a session besides its log, when it is made. Of secrets there are hashes only.
///
/// @param ownerId the account whose session it is; null where it was made without one
/// @param passwordHash of what everybody who comes with a code has to know as well; null for none
public record NewSession(
        SessionId id,
        @Nullable String ownerId,
        List<String> tags,
        @Nullable String passwordHash,
        String hostTokenHash,
        List<NewInvite> invites) {
    public NewSession {
        tags = List.copyOf(tags);
        invites = List.copyOf(invites);
    }
}
