package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.SessionStatus;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the audit trail tells of a session's log, written in the same transaction as the event.
final class AuditedEvents {
    private AuditedEvents() {}

    static void add(Connection connection, SessionId session, LoggedEvent logged)
            throws SQLException {
        Deed deed = deed(connection, session, logged.event());
        if (deed != null) {
            Doer doer = doer(connection, session, logged);
            AuditTrail.add(connection, new AuditEntry(logged.at(), deed, doer, session, null));
        }
    }

    private static @Nullable Deed deed(Connection connection, SessionId session, RoomEvent event)
            throws SQLException {
        return switch (event) {
            case SessionCreated _ -> Deed.SESSION_CREATED;
            case SessionStarted _ -> Deed.SESSION_STARTED;
            case SessionEnded _ -> Deed.SESSION_ENDED;
            case PeerJoined _ when hasEnded(connection, session) -> Deed.ENDED_SESSION_JOINED;
            case RoomEvent _ -> null;
        };
    }

    private static boolean hasEnded(Connection connection, SessionId session) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT 1 FROM session WHERE id = ? AND status = ?",
                        row -> row.getInt(1),
                        session.value(),
                        SessionStatus.ENDED.word())
                != null;
    }

    /// What has no author came from whom the session belongs to, by HTTP, or from the clock.
    private static Doer doer(Connection connection, SessionId session, LoggedEvent logged)
            throws SQLException {
        if (logged.by() != null) {
            return Doer.participant(logged.by());
        }
        return logged.event() instanceof SessionEnded(_, EndReason reason, _)
                        && reason != EndReason.ENDED_BY_INTERVIEWER
                ? Doer.RELAY
                : Doer.owner(owner(connection, session));
    }

    private static @Nullable String owner(Connection connection, SessionId session)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT owner FROM session WHERE id = ? AND owner IS NOT NULL",
                row -> row.getString(1),
                session.value());
    }
}
