package dev.tandem.relay.access;

import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the log-ins that were not even tried, since too many had failed. However many they are,
/// the audit trail gets one entry for each account, and one for all addresses without an account,
/// as often as [#note] is called. Any thread.
final class HeldOff {
    private static final String NO_ACCOUNT = "";

    private final Database database;
    private final Accounts accounts;
    private Map<String, Integer> times = new HashMap<>();

    HeldOff(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /// Waits for the database, to know whose account it is.
    void count(String email) {
        Account known = accounts.find(email);
        synchronized (this) {
            times.merge(known == null ? NO_ACCOUNT : known.id(), 1, Integer::sum);
        }
    }

    /// Notes what was counted since it was called before.
    void note() {
        List<AuditEntry> entries = new ArrayList<>();
        take().forEach((account, count) ->
                entries.add(
                        AuditEntry.nowAboutAccount(
                                        Deed.LOGIN_HELD_OFF,
                                        Doer.STRANGER,
                                        account.equals(NO_ACCOUNT) ? null : account)
                                .times(count)));
        if (!entries.isEmpty()) {
            database.audit().add(entries);
        }
    }

    private synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = times;
        times = new HashMap<>();
        return taken;
    }
}
