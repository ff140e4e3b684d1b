package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// Asks for an owner's sessions; what is null does not narrow them down.
///
/// @param text looked for in titles and names, without regard to case
/// @param after the page before this one ended there
/// @param limit 1 or more
public record SessionQuery(
        String ownerId,
        @Nullable SessionStatus status,
        @Nullable String tag,
        @Nullable String text,
        @Nullable SessionCursor after,
        int limit) {
    public SessionQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 session or more: " + limit);
        }
    }
}
