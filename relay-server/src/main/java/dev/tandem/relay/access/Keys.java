package dev.tandem.relay.access;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.Word;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Sql;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What opens a session, found by its hash. Any thread may call it; each call waits for the
/// database.
final class Keys {
    private final Database database;

    Keys(Database database) {
        this.database = database;
    }

    /// @param passwordHash of the session's password; null if it has none
    /// @param expiresAt epoch milliseconds UTC; null for never
    /// @param facts whether the session notes facts about candidates' windows
    record Invite(
            SessionId session,
            Role role,
            @Nullable String passwordHash,
            @Nullable Long expiresAt,
            boolean revoked,
            boolean facts) {

        boolean hasExpired(long now) {
            return expiresAt != null && expiresAt <= now;
        }

        private static Invite read(ResultSet row) throws SQLException {
            return new Invite(
                    new SessionId(row.getString("session")),
                    Word.of(Role.class, row.getString("role"))
                            .orElseThrow(() -> new StorageFailure("an invite without a role")),
                    row.getString("password_hash"),
                    Sql.longOrNull(row, "expires_at"),
                    row.getBoolean("revoked"),
                    row.getBoolean("facts"));
        }
    }

    @Nullable Invite invite(InviteCode code) {
        return database.read(connection ->
                Sql.first(
                        connection,
                        "SELECT i.session, i.role, s.password_hash, i.expires_at, i.revoked,"
                                + " s.facts"
                                + " FROM invite i JOIN session s ON s.id = i.session"
                                + " WHERE i.code_hash = ?",
                        Invite::read,
                        Secrets.hash(code)));
    }

    @Nullable SessionId hostedSession(String hostToken) {
        return database.read(connection ->
                Sql.first(
                        connection,
                        "SELECT id FROM session WHERE host_token_hash = ?",
                        row -> new SessionId(row.getString("id")),
                        Secrets.hash(hostToken)));
    }

    Doors.@Nullable Place place(String resumeToken) {
        return database.read(connection ->
                Sql.first(
                        connection,
                        "SELECT session, participant, owner FROM resume_token"
                                + " WHERE token_hash = ?",
                        Keys::place,
                        Secrets.hash(resumeToken)));
    }

    private static Doors.Place place(ResultSet row) throws SQLException {
        return new Doors.Place(
                new SessionId(row.getString("session")),
                new ParticipantId(row.getString("participant")),
                row.getBoolean("owner"));
    }

    void addResumeToken(String token, SessionId session, ParticipantId participant, boolean owner) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "INSERT INTO resume_token (token_hash, session, participant, owner)"
                                + " VALUES (?, ?, ?, ?)",
                        Secrets.hash(token),
                        session.value(),
                        participant.value(),
                        owner));
    }

    void removeResumeTokens(SessionId session, ParticipantId participant) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "DELETE FROM resume_token WHERE session = ? AND participant = ?",
                        session.value(),
                        participant.value()));
    }
}
