package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.EventCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event as a row of the database.
record EventRow(LoggedEvent event, String payload) {

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
            rows.add(new EventRow(event, EventCodec.payload(event.event())));
        }
        return rows;
    }

    /// Sets all parameters but the first, which is the session.
    void fill(PreparedStatement statement) throws SQLException {
        ParticipantId by = event.by();
        CommandId id = event.id();
        statement.setLong(2, event.seq().value());
        statement.setLong(3, event.at());
        statement.setString(4, by == null ? null : by.value());
        statement.setObject(5, id == null ? null : id.value(), Types.BIGINT);
        statement.setString(6, EventCodec.type(event.event()));
        statement.setString(7, payload);
    }

    static LoggedEvent read(ResultSet row) throws SQLException {
        Seq seq = new Seq(row.getLong("seq"));
        String by = row.getString("by");
        Long id = Sql.longOrNull(row, "id");
        return new LoggedEvent(
                seq,
                row.getLong("at"),
                by == null ? null : new ParticipantId(by),
                id == null ? null : new CommandId(id),
                readEvent(seq, row.getString("type"), row.getString("payload")));
    }

    private static RoomEvent readEvent(Seq seq, String type, String payload) {
        @Nullable RoomEvent event = null;
        try {
            event = EventCodec.read(type, payload);
        } catch (BadMessage e) {
            // Answered below; what the payload holds is not for the log.
        }
        if (event == null) {
            throw new StorageFailure("event %s, a %s, cannot be read".formatted(seq, type));
        }
        return event;
    }
}
