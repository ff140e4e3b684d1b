package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The logs in H2. Events are made JSON on the thread that appends them, and written on the
/// database's own.
final class H2SessionLog implements SessionLog {
    private final Database database;
    private final LogTail tail;

    H2SessionLog(Database database, LogTail tail) {
        this.database = database;
        this.tail = tail;
    }

    @Override
    public CompletableFuture<@Nullable Void> append(
            SessionId session, Seq expectedSeq, List<LoggedEvent> events) {
        List<EventRow> rows = EventRow.following(expectedSeq, events);
        return database.write(connection -> {
            tail.append(connection, session, expectedSeq, rows);
            return null;
        });
    }

    @Override
    public List<LoggedEvent> read(SessionId session, Seq after, int limit) {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT seq, at, by, id, type, payload FROM event"
                                + " WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?",
                        EventRow::read,
                        session.value(),
                        after.value(),
                        limit));
    }

    @Override
    public Seq head(SessionId session) {
        Long head =
                database.read(connection ->
                        Sql.first(
                                connection,
                                "SELECT seq FROM event WHERE session = ?"
                                        + " ORDER BY session DESC, seq DESC LIMIT 1",
                                row -> row.getLong(1),
                                session.value()));
        return head == null ? Seq.ZERO : new Seq(head);
    }
}
