package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Chain;
import dev.tandem.protocol.proof.ChainHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The end of each log, where events are added, and of its chain. Belongs to the thread that
/// writes.
///
/// Where a log ends is looked up and checked once, and then known, for the logs in use.
final class LogTail {
    private static final int KNOWN = 1024;
    static final String INSERT =
            "INSERT INTO event (session, seq, at, by, id, type, payload, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /// Where a log ends.
    ///
    /// @param link of the last event
    record End(long seq, ChainHash link) {}

    private final Map<SessionId, End> ends =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SessionId, End> eldest) {
                    return size() > KNOWN;
                }
            };

    /// Adds events whose numbers follow `expected`, and what they say of their session.
    ///
    /// @throws SeqConflict if the log does not end there
    void append(Connection connection, SessionId session, Seq expected, List<EventRow> events)
            throws SQLException {
        End end = end(connection, session);
        if (end.seq() != expected.value()) {
            throw new SeqConflict(session, expected, new Seq(end.seq()));
        }
        ChainHash link = insert(connection, session, end.link(), events);
        for (EventRow row : events) {
            SessionProjection.project(connection, session, row.event());
            AuditedEvents.add(connection, session, row.event());
        }
        ends.put(session, new End(end.seq() + events.size(), link));
    }

    void forget(SessionId session) {
        ends.remove(session);
    }

    void forgetAll() {
        ends.clear();
    }

    End end(Connection connection, SessionId session) throws SQLException {
        End known = ends.get(session);
        return known != null ? known : soundEnd(connection, session);
    }

    /// A log without a gap has as many events as its last number says.
    private static End soundEnd(Connection connection, SessionId session) throws SQLException {
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
        ChainHash link =
                Sql.first(
                        connection,
                        "SELECT hash FROM event WHERE session = ? AND seq = ?",
                        row -> ChainHash.of(row.getBytes(1)),
                        session.value(),
                        head);
        return new End(head, link == null ? Chain.root(session) : link);
    }

    /// Inserts them, each with its link.
    ///
    /// @return the link of the last of them
    private static ChainHash insert(
            Connection connection, SessionId session, ChainHash before, List<EventRow> events)
            throws SQLException {
        ChainHash link = before;
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, session.value());
            for (EventRow event : events) {
                link = Chain.next(link, event.text());
                EventRow.fill(statement, event.line(), link);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return link;
    }
}
