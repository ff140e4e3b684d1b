package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Chain;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.wire.EventLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Version 5 of the schema: the relay's key, the chain over every log, and what was signed of it.
///
/// Logs from before get their chain here, so for them it says that nothing was changed since. It
/// may be broken off at any place and begin anew: H2 commits each change of a table by itself.
///
/// Public, since Flyway finds and makes it.
public final class ProofMigration implements JavaMigration {
    private static final int READ_AT_ONCE = 1_000;

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS relay_key (secret VARBINARY(200) NOT NULL,"
                            + " shown BINARY(32) NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS head ("
                            + "session VARCHAR(64) NOT NULL REFERENCES session (id)"
                            + " ON DELETE CASCADE,"
                            + " seq BIGINT NOT NULL, hash BINARY(32) NOT NULL, at BIGINT NOT NULL,"
                            + " signer BINARY(32) NOT NULL, signature BINARY(64) NOT NULL,"
                            + " PRIMARY KEY (session, seq))",
                    "ALTER TABLE event ADD COLUMN IF NOT EXISTS hash BINARY(32)",
                    "DELETE FROM relay_key");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5");
    }

    @Override
    public String getDescription() {
        return "proof";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String table : TABLES) {
            Sql.update(connection, table);
        }
        RelaySigner.make(connection);
        for (String session :
                Sql.list(connection, "SELECT id FROM session", row -> row.getString(1))) {
            chain(connection, session);
        }
        Sql.update(connection, "ALTER TABLE event ALTER COLUMN hash SET NOT NULL");
    }

    private static void chain(Connection connection, String session) throws SQLException {
        ChainHash link = Chain.root(new SessionId(session));
        long after = 0;
        List<EventLine> events;
        do {
            events =
                    Sql.list(
                            connection,
                            "SELECT seq, at, by, id, type, payload FROM event"
                                    + " WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?",
                            EventRow::line,
                            session,
                            after,
                            READ_AT_ONCE);
            link = chain(connection, session, link, events);
            after += events.size();
        } while (events.size() == READ_AT_ONCE);
    }

    private static ChainHash chain(
            Connection connection, String session, ChainHash before, List<EventLine> events)
            throws SQLException {
        ChainHash link = before;
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE event SET hash = ? WHERE session = ? AND seq = ?")) {
            for (EventLine event : events) {
                link = Chain.next(link, event.text());
                statement.setBytes(1, link.bytes());
                statement.setString(2, session);
                statement.setLong(3, event.seq().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
        return link;
    }
}
