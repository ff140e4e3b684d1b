package dev.tandem.relay.sessionlog;

import org.jspecify.annotations.Nullable;

/// An entry of the audit trail, with the names that are known when it is read.
///
/// @param doer the account's address, or the participant's name and role; null for the others, and
///   for those who were erased
/// @param account the address of the account that it is about
public record AuditLine(AuditEntry entry, @Nullable String doer, @Nullable String account) {}
