package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.SessionId;
import org.jspecify.annotations.Nullable;

/// Asks for the last entries of the audit trail.
///
/// @param session what they are about; null for everything
/// @param since not older than this, epoch milliseconds UTC
/// @param limit how many at most
public record AuditQuery(@Nullable SessionId session, long since, int limit) {}
