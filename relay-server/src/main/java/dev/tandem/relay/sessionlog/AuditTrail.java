package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Word;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who did what, and when. It holds ids only; names are looked up when it is read, so that they are
/// gone with the session or the account that had them. Any thread.
public final class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    /// What repeats itself within this time is noted once.
    private static final long ONCE_WITHIN_MS = Duration.ofMinutes(1).toMillis();

    private static final String INSERT =
            "INSERT INTO audit (at, what, who, who_id, session, account, times)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String NOTED =
            "SELECT 1 FROM audit WHERE at > CAST(? AS BIGINT) - "
                    + ONCE_WITHIN_MS
                    + " AND what = ? AND who = ?"
                    + " AND COALESCE(who_id, '') = COALESCE(CAST(? AS VARCHAR), '')"
                    + " AND COALESCE(session, '') = COALESCE(CAST(? AS VARCHAR), '')"
                    + " AND COALESCE(account, '') = COALESCE(CAST(? AS VARCHAR), '')"
                    + " AND times = ?"
                    + " LIMIT 1";

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /// Adds an entry in the same transaction as what it tells of.
    public static void add(Connection connection, AuditEntry entry) throws SQLException {
        Sql.update(connection, INSERT, parameters(entry));
    }

    /// Adds entries, and waits for that.
    public void add(List<AuditEntry> entries) {
        database.change(connection -> {
            for (AuditEntry entry : entries) {
                add(connection, entry);
            }
            return null;
        });
    }

    /// Adds an entry about something that changes nothing, soon and at most once a minute. Whoever
    /// did it does not wait, and gets it on a full disk too.
    public void note(AuditEntry entry) {
        note(_ -> entry);
    }

    /// The same where it has to be found out first.
    ///
    /// @param entry finds out what there is to say
    public void note(SqlAction<AuditEntry> entry) {
        var _ =
                database.write(connection -> addOnce(connection, entry.on(connection)))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                log.warn("The audit trail misses an entry: {}", failure.toString());
                            }
                        });
    }

    /// Adds an entry, at most once a minute, in the same transaction as what it tells of.
    static @Nullable Void addOnce(Connection connection, AuditEntry entry) throws SQLException {
        // Two statements: H2 takes an INSERT … WHERE NOT EXISTS for the same as the one before
        // where nothing in it has changed, and does not look at what that one inserted.
        Integer noted = Sql.first(connection, NOTED, row -> row.getInt(1), parameters(entry));
        if (noted == null) {
            add(connection, entry);
        }
        return null;
    }

    private static @Nullable Object[] parameters(AuditEntry entry) {
        SessionId session = entry.session();
        return new @Nullable Object[] {
            entry.at(),
            entry.deed().word(),
            entry.by().kind().word(),
            entry.by().id(),
            session == null ? null : session.value(),
            entry.account(),
            entry.times()
        };
    }

    /// The last entries that are asked for, in their order.
    public List<AuditLine> read(AuditQuery query) {
        return database.read(connection -> {
            List<AuditLine> lines = new ArrayList<>();
            for (AuditEntry entry : entries(connection, query)) {
                lines.add(named(connection, entry));
            }
            return lines;
        });
    }

    /// Drops the entries from before `time`, epoch milliseconds UTC.
    public void forgetBefore(long time) {
        database.change(
                connection -> Sql.update(connection, "DELETE FROM audit WHERE at < ?", time));
    }

    private static List<AuditEntry> entries(Connection connection, AuditQuery query)
            throws SQLException {
        SessionId session = query.session();
        return Sql.list(
                        connection,
                        "SELECT at, what, who, who_id, session, account, times FROM audit"
                                + " WHERE at >= ?1 AND (?2 IS NULL OR session = ?2)"
                                + " ORDER BY id DESC LIMIT ?3",
                        AuditTrail::entry,
                        query.since(),
                        session == null ? null : session.value(),
                        query.limit())
                .reversed();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String session = row.getString("session");
        return new AuditEntry(
                row.getLong("at"),
                word(Deed.class, row.getString("what")),
                new Doer(word(Doer.Kind.class, row.getString("who")), row.getString("who_id")),
                session == null ? null : new SessionId(session),
                row.getString("account"),
                row.getInt("times"));
    }

    private static AuditLine named(Connection connection, AuditEntry entry) throws SQLException {
        return new AuditLine(entry, doer(connection, entry), email(connection, entry.account()));
    }

    private static @Nullable String doer(Connection connection, AuditEntry entry)
            throws SQLException {
        return switch (entry.by().kind()) {
            case ACCOUNT -> email(connection, entry.by().id());
            case PARTICIPANT ->
                    Sql.first(
                            connection,
                            "SELECT p.name, p.role FROM participant p JOIN event e"
                                    + " ON e.session = p.session AND e.seq = p.seq"
                                    + " WHERE p.session = ? AND e.by = ?",
                            row -> row.getString("name") + " (" + row.getString("role") + ")",
                            String.valueOf(entry.session()),
                            entry.by().id());
            case HOST, OPERATOR, RELAY, STRANGER -> null;
        };
    }

    private static @Nullable String email(Connection connection, @Nullable String account)
            throws SQLException {
        return account == null
                ? null
                : Sql.first(
                        connection,
                        "SELECT email FROM account WHERE id = ?",
                        row -> row.getString(1),
                        account);
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, String word) {
        return Word.of(type, word)
                .orElseThrow(() -> new StorageFailure("no " + type.getSimpleName() + ": " + word));
    }
}
