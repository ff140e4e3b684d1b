package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Head;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The logs in H2. Events are made JSON on the thread that appends them, and written on the
/// database's own.
final class H2SessionLog implements SessionLog {
    private static final String SELECT =
            "SELECT seq, at, by, id, type, payload, hash FROM event"
                    + " WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?";

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
        return select(EventRow::read, session, after, limit);
    }

    @Override
    public List<LinkedEvent> readLinked(SessionId session, Seq after, int limit) {
        return select(EventRow::linked, session, after, limit);
    }

    private <T> List<T> select(Sql.Row<T> row, SessionId session, Seq after, int limit) {
        return database.read(connection ->
                Sql.list(connection, SELECT, row, session.value(), after.value(), limit));
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

    @Override
    public CompletableFuture<Head> sign(SessionId session, long at) {
        return database.writeLittle(connection -> {
            LogTail.End end = tail.end(connection, session);
            Head last = H2Heads.last(connection, session);
            if (last != null && last.seq().value() == end.seq()) {
                return last;
            }
            Head head = database.signer().sign(session, new Seq(end.seq()), end.link(), at);
            H2Heads.add(connection, session, head);
            return head;
        });
    }

    @Override
    public List<Head> heads(SessionId session) {
        return database.read(connection -> H2Heads.all(connection, session));
    }

    @Override
    public @Nullable Head lastHead(SessionId session) {
        return database.read(connection -> H2Heads.last(connection, session));
    }
}
