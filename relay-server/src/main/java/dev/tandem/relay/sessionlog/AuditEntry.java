package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.SessionId;
import org.jspecify.annotations.Nullable;

/// That someone did something.
///
/// @param at epoch milliseconds UTC
/// @param session what it was done to; null for none
/// @param account the id of the account that it was done to; null for none
/// @param times how often, where one entry stands for several
public record AuditEntry(
        long at,
        Deed deed,
        Doer by,
        @Nullable SessionId session,
        @Nullable String account,
        int times) {

    public AuditEntry(
            long at, Deed deed, Doer by, @Nullable SessionId session, @Nullable String account) {
        this(at, deed, by, session, account, 1);
    }

    public static AuditEntry now(Deed deed, Doer by, @Nullable SessionId session) {
        return new AuditEntry(System.currentTimeMillis(), deed, by, session, null);
    }

    /// That someone does something to an account, or tries to.
    ///
    /// @param account its id; null where it is not known
    public static AuditEntry nowAboutAccount(Deed deed, Doer by, @Nullable String account) {
        return new AuditEntry(System.currentTimeMillis(), deed, by, null, account);
    }

    /// The same, so many times.
    public AuditEntry times(int times) {
        return new AuditEntry(at, deed, by, session, account, times);
    }
}
