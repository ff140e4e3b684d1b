package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.EventLine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event as a row of the database.
///
/// @param text what the chain of hashes goes over
record EventRow(LoggedEvent event, EventLine line, String text) {

    private static EventRow of(LoggedEvent event) {
        EventLine line = EventLine.of(event);
        return new EventRow(event, line, line.text());
    }

    /// The rows of events that follow `expected`.
    ///
    /// @throws IllegalArgumentException if there are none, or their numbers do not follow
    static List<EventRow> following(Seq expected, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("no events to append");
        }
        List<EventRow> rows = new ArrayList<>(events.size());
        Seq next = expected;
        for (LoggedEvent event : events) {
            next = next.next();
            if (!event.seq().equals(next)) {
                throw new IllegalArgumentException(
                        "event %s where %s follows".formatted(event.seq(), next));
            }
            rows.add(of(event));
        }
        return rows;
    }

    /// Sets all parameters but the first, which is the session.
    static void fill(PreparedStatement statement, EventLine event, ChainHash hash)
            throws SQLException {
        ParticipantId by = event.by();
        CommandId id = event.id();
        statement.setLong(2, event.seq().value());
        statement.setLong(3, event.at());
        statement.setString(4, by == null ? null : by.value());
        statement.setObject(5, id == null ? null : id.value(), Types.BIGINT);
        statement.setString(6, event.type());
        statement.setString(7, event.payload());
        statement.setBytes(8, hash.bytes());
    }

    static EventLine line(ResultSet row) throws SQLException {
        String by = row.getString("by");
        Long id = Sql.longOrNull(row, "id");
        return new EventLine(
                new Seq(row.getLong("seq")),
                row.getLong("at"),
                by == null ? null : new ParticipantId(by),
                id == null ? null : new CommandId(id),
                row.getString("type"),
                row.getString("payload"));
    }

    static LinkedEvent linked(ResultSet row) throws SQLException {
        return new LinkedEvent(line(row), ChainHash.of(row.getBytes("hash")));
    }

    static LoggedEvent read(ResultSet row) throws SQLException {
        EventLine line = line(row);
        @Nullable LoggedEvent event = null;
        try {
            event = line.event();
        } catch (BadMessage e) {
            // Answered below; what the payload holds is not for the log.
        }
        if (event == null) {
            throw new StorageFailure(
                    "event %s, a %s, cannot be read".formatted(line.seq(), line.type()));
        }
        return event;
    }
}
