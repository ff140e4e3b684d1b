package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.SessionSummary;
import org.jspecify.annotations.Nullable;

/// A session, and whose it is.
///
/// @param ownerId the account's id; null where it was made without one
public record SessionRow(@Nullable String ownerId, SessionSummary summary) {}
