package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The end of each log, where events are added. Belongs to the thread that writes.
///
/// Where a log ends is looked up and checked once, and then known, for the logs in use.
final class LogTail {
    private static final int KNOWN = 1024;
    private static final String INSERT =
            "INSERT INTO event (session, seq, at, by, id, type, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Map<SessionId, Long> heads =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SessionId, Long> eldest) {
                    return size() > KNOWN;
                }
            };

    /// Adds events whose numbers follow `expected`, and what they say of their session.
    ///
    /// @throws SeqConflict if the log does not end there
    void append(Connection connection, SessionId session, Seq expected, List<EventRow> events)
            throws SQLException {
        long head = head(connection, session);
        if (head != expected.value()) {
            throw new SeqConflict(session, expected, new Seq(head));
        }
        insert(connection, session, events);
        for (EventRow row : events) {
            SessionProjection.project(connection, session, row.event());
            AuditedEvents.add(connection, session, row.event());
        }
        heads.put(session, head + events.size());
    }

    void forget(SessionId session) {
        heads.remove(session);
    }

    void forgetAll() {
        heads.clear();
    }

    private long head(Connection connection, SessionId session) throws SQLException {
        Long known = heads.get(session);
        return known != null ? known : soundHead(connection, session);
    }

    /// A log without a gap has as many events as its last number says.
    private static long soundHead(Connection connection, SessionId session) throws SQLException {
        Long head =
                Sql.first(
                        connection,
                        "SELECT COALESCE(MAX(seq), 0) FROM event WHERE session = ?"
                                + " HAVING COALESCE(MAX(seq), 0) = COUNT(*)",
                        row -> row.getLong(1),
                        session.value());
        if (head == null) {
            throw new StorageFailure("the log of " + session + " has a gap");
        }
        return head;
    }

    private static void insert(Connection connection, SessionId session, List<EventRow> events)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, session.value());
            for (EventRow event : events) {
                event.fill(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
