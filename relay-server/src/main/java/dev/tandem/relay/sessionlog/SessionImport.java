package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.proof.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes in a session that ended on another relay, its log as it is. It comes in portions, so that
/// a long one does not keep the writer from everybody else, and is seen by nobody before [#end].
/// What is broken off is cleared away, at the next start of the relay at the latest. For one
/// thread; each call waits for the database.
public final class SessionImport {
    /// Stands in place of a host token's hash until the import is complete.
    private static final String UNFINISHED = "import:";

    private final Database database;
    private final NewSession session;

    public SessionImport(Database database, NewSession session) {
        this.database = database;
        this.session = session;
    }

    /// Clears away what was begun and never ended.
    static void forgetUnfinished(Database database) {
        String condition = " FROM session WHERE host_token_hash LIKE '" + UNFINISHED + "%'";
        Long unfinished =
                database.read(connection ->
                        Sql.first(
                                connection, "SELECT COUNT(*)" + condition, row -> row.getLong(1)));
        if (unfinished != null && unfinished > 0) {
            database.erase(connection -> Sql.update(connection, "DELETE" + condition));
        }
    }

    /// False if there is such a session already; then nothing is done.
    public boolean begin() {
        return database.change(connection -> {
            if (SessionRows.find(connection, session.id()) != null) {
                return false;
            }
            H2Sessions.insert(
                    connection,
                    new NewSession(
                            session.id(),
                            null,
                            List.of(),
                            null,
                            UNFINISHED + session.hostTokenHash().substring(UNFINISHED.length()),
                            List.of()));
            return true;
        });
    }

    /// The next events of its log.
    public void add(List<LinkedEvent> events) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LogTail.INSERT)) {
                statement.setString(1, session.id().value());
                for (LinkedEvent event : events) {
                    EventRow.fill(statement, event.line(), event.hash());
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    /// Shows it to whom it belongs.
    ///
    /// @param telling the events that say what a list shows
    /// @param heads what was signed of the log
    public void end(List<LoggedEvent> telling, List<Head> heads, Doer by) {
        database.change(connection -> {
            for (LoggedEvent event : telling) {
                SessionProjection.project(connection, session.id(), event);
            }
            for (Head head : heads) {
                H2Heads.add(connection, session.id(), head);
            }
            H2Sessions.setTags(connection, session.id(), session.tags());
            AuditTrail.add(connection, AuditEntry.now(Deed.SESSION_IMPORTED, by, session.id()));
            return show(connection);
        });
    }

    private @Nullable Void show(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "UPDATE session SET owner = ?, host_token_hash = ? WHERE id = ?",
                session.ownerId(),
                session.hostTokenHash(),
                session.id().value());
        return null;
    }

    /// Takes back what was begun.
    public void giveUp() {
        database.erase(connection ->
                Sql.update(connection, "DELETE FROM session WHERE id = ?", session.id().value()));
    }
}
