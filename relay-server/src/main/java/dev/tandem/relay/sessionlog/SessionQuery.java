package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.SessionSearch;
import org.jspecify.annotations.Nullable;

/// Asks for an owner's sessions.
///
/// @param ownerId the account's id; null for those that were made without one
/// @param after the page before this one ended there
/// @param limit 1 or more
public record SessionQuery(
        @Nullable String ownerId, SessionSearch search, @Nullable SessionCursor after, int limit) {
    public SessionQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 session or more: " + limit);
        }
        if (after != null && after.sort() != search.sort()) {
            throw new IllegalArgumentException("a cursor of another order");
        }
    }
}
