package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.role.Word;
import dev.tandem.protocol.room.SessionFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads sessions as lists show them.
final class SessionRows {
    private static final String SELECT =
            "SELECT id, owner, title, status, language, planned_minutes, created_at, started_at,"
                    + " ended_at, end_reason, facts, facts_noted FROM session s WHERE ";

    private SessionRows() {}

    static @Nullable SessionRow find(Connection connection, SessionId id) throws SQLException {
        return Sql.first(connection, SELECT + "id = ?", row -> read(connection, row), id.value());
    }

    /// Looks for one more than is wanted, to know whether there are more; what it is sorted by is
    /// asked for once, where the page ends.
    static SessionPage list(Connection connection, SessionQuery query) throws SQLException {
        SessionFilter filter = new SessionFilter(query);
        SessionOrder order = SessionOrder.of(query.search().sort());
        List<SessionSummary> found =
                Sql.list(
                        connection,
                        SELECT + filter.sql() + order.orderBy() + " LIMIT ?",
                        row -> read(connection, row).summary(),
                        filter.parametersAnd(query.limit() + 1L));
        if (found.size() <= query.limit()) {
            return new SessionPage(found, null);
        }
        List<SessionSummary> page = found.subList(0, query.limit());
        return new SessionPage(page, cursor(connection, query, page.getLast().id()).format());
    }

    private static SessionCursor cursor(Connection connection, SessionQuery query, SessionId last)
            throws SQLException {
        SessionSort sort = query.search().sort();
        String key =
                Sql.first(
                        connection,
                        "SELECT " + SessionOrder.of(sort).key() + " FROM session WHERE id = ?",
                        row -> row.getString(1),
                        last.value());
        return new SessionCursor(sort, String.valueOf(key), last);
    }

    private static SessionRow read(Connection connection, ResultSet row) throws SQLException {
        SessionId id = new SessionId(row.getString("id"));
        SessionSummary summary =
                new SessionSummary(
                        id,
                        facts(row),
                        row.getString("language"),
                        participants(connection, id),
                        tags(connection, id),
                        size(connection, id),
                        new FactCount(row.getBoolean("facts"), row.getInt("facts_noted")));
        return new SessionRow(row.getString("owner"), summary);
    }

    private static SessionFacts facts(ResultSet row) throws SQLException {
        String endReason = row.getString("end_reason");
        Long plannedMinutes = Sql.longOrNull(row, "planned_minutes");
        return new SessionFacts(
                row.getString("title"),
                word(SessionStatus.class, row.getString("status")),
                row.getLong("created_at"),
                Sql.longOrNull(row, "started_at"),
                Sql.longOrNull(row, "ended_at"),
                endReason == null ? null : word(EndReason.class, endReason),
                plannedMinutes == null ? null : plannedMinutes.intValue());
    }

    private static List<Person> participants(Connection connection, SessionId id)
            throws SQLException {
        return Sql.list(
                connection,
                "SELECT name, role FROM participant WHERE session = ? ORDER BY seq",
                row -> new Person(row.getString("name"), word(Role.class, row.getString("role"))),
                id.value());
    }

    private static List<String> tags(Connection connection, SessionId id) throws SQLException {
        return Sql.list(
                connection,
                "SELECT tag FROM session_tag WHERE session = ? ORDER BY position",
                row -> row.getString(1),
                id.value());
    }

    private static @Nullable SessionSize size(Connection connection, SessionId id)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT events, bytes, runs, submissions FROM digest WHERE session = ?",
                row ->
                        new SessionSize(
                                row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4)),
                id.value());
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, String word) {
        return Word.of(type, word)
                .orElseThrow(() -> new StorageFailure("no " + type.getSimpleName() + ": " + word));
    }
}
