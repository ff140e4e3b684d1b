package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RoomEvent.TestsChanged;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.SessionStatus;
import java.sql.Connection;
import java.sql.SQLException;

/// What a list of sessions shows, so that it need not fold their logs. It is written in the same
/// transaction as the event that says it.
final class SessionProjection {
    private SessionProjection() {}

    static void project(Connection connection, SessionId session, LoggedEvent logged)
            throws SQLException {
        String id = session.value();
        switch (logged.event()) {
            case SessionCreated(var title, var language, var plannedMinutes, boolean facts) ->
                    Sql.update(
                            connection,
                            "UPDATE session SET title = ?, language = ?, planned_minutes = ?,"
                                    + " created_at = ?, facts = ? WHERE id = ?",
                            title,
                            language,
                            plannedMinutes,
                            logged.at(),
                            facts,
                            id);
            case SessionUpdated(var title, var plannedMinutes) ->
                    Sql.update(
                            connection,
                            "UPDATE session SET title = COALESCE(?, title),"
                                    + " planned_minutes = COALESCE(?, planned_minutes)"
                                    + " WHERE id = ?",
                            title,
                            plannedMinutes,
                            id);
            case SessionStarted(long startedAt) ->
                    Sql.update(
                            connection,
                            "UPDATE session SET status = ?, started_at = ? WHERE id = ?",
                            SessionStatus.ACTIVE.word(),
                            startedAt,
                            id);
            case SessionEnded(long endedAt, var reason, _) ->
                    Sql.update(
                            connection,
                            "UPDATE session SET status = ?, ended_at = ?, end_reason = ?"
                                    + " WHERE id = ?",
                            SessionStatus.ENDED.word(),
                            endedAt,
                            reason.word(),
                            id);
            case PeerJoined joined -> {
                if (!joined.resumed()) {
                    Sql.update(
                            connection,
                            "INSERT INTO participant (session, seq, name, role)"
                                    + " VALUES (?, ?, ?, ?)",
                            id,
                            logged.seq().value(),
                            joined.name(),
                            joined.role().word());
                }
            }
            case DocumentOpened(var doc, _, var language, _) ->
                    setLanguage(connection, id, doc, language);
            case LanguageChanged(var doc, var language) ->
                    setLanguage(connection, id, doc, language);
            case FactNoted _ ->
                    Sql.update(
                            connection,
                            "UPDATE session SET facts_noted = facts_noted + 1" + " WHERE id = ?",
                            id);
            case PeerLeft _,
                    DocumentClosed _,
                    CodeUpdate _,
                    PermissionsChanged _,
                    ChatMessage _,
                    RunStarted _,
                    CodeOutput _,
                    RunInput _,
                    RunStopped _,
                    TestFinished _,
                    RunFinished _,
                    CodeSubmitted _,
                    TestsChanged _ -> {
                // Not in a list.
            }
        }
    }

    /// A session's language is that of its main document.
    private static void setLanguage(
            Connection connection, String id, DocumentId doc, String language) throws SQLException {
        if (doc.equals(DocumentId.MAIN)) {
            Sql.update(connection, "UPDATE session SET language = ? WHERE id = ?", language, id);
        }
    }
}
