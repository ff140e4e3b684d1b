package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.role.Word;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sessions in H2.
final class H2Sessions implements Sessions {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Database database;
    private final LogTail tail;

    H2Sessions(Database database, LogTail tail) {
        this.database = database;
        this.tail = tail;
    }

    @Override
    public void create(NewSession session, List<LoggedEvent> firstEvents) {
        List<EventRow> rows = EventRow.following(Seq.ZERO, firstEvents);
        database.change(connection -> {
            insert(connection, session);
            setTags(connection, session.id(), session.tags());
            for (NewInvite invite : session.invites()) {
                insert(connection, session.id(), invite);
            }
            tail.append(connection, session.id(), Seq.ZERO, rows);
            return null;
        });
    }

    @Override
    public @Nullable SessionRow find(SessionId id) {
        return database.read(connection -> SessionRows.find(connection, id));
    }

    @Override
    public SessionPage list(SessionQuery query) {
        return database.read(connection -> SessionRows.list(connection, query));
    }

    @Override
    public void setTags(SessionId id, List<String> tags) {
        database.change(connection -> {
            Sql.update(connection, "DELETE FROM session_tag WHERE session = ?", id.value());
            setTags(connection, id, tags);
            return null;
        });
    }

    @Override
    public void addInvite(SessionId id, NewInvite invite, Doer by) {
        database.change(connection -> {
            insert(connection, id, invite);
            AuditTrail.add(connection, AuditEntry.now(Deed.INVITE_CREATED, by, id));
            return null;
        });
    }

    @Override
    public List<LiveInvite> liveInvites(SessionId id, long time) {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT code_hash, role, expires_at FROM invite"
                                + " WHERE session = ? AND NOT revoked"
                                + " AND (expires_at IS NULL OR expires_at > ?)"
                                + " ORDER BY expires_at NULLS LAST, code_hash",
                        H2Sessions::liveInvite,
                        id.value(),
                        time));
    }

    private static LiveInvite liveInvite(ResultSet row) throws SQLException {
        return new LiveInvite(
                new InviteId(row.getString("code_hash").substring(0, InviteId.LENGTH)),
                Word.of(Role.class, row.getString("role"))
                        .orElseThrow(() -> new StorageFailure("an invite without a role")),
                Sql.longOrNull(row, "expires_at"));
    }

    @Override
    public boolean revokeInvite(SessionId id, String codeHash, Doer by) {
        return database.change(connection -> {
            boolean known =
                    Sql.update(
                                    connection,
                                    "UPDATE invite SET revoked = TRUE"
                                            + " WHERE session = ? AND code_hash LIKE ?",
                                    id.value(),
                                    codeHash + "%")
                            > 0;
            if (known) {
                AuditTrail.add(connection, AuditEntry.now(Deed.INVITE_REVOKED, by, id));
            }
            return known;
        });
    }

    @Override
    public void delete(SessionId id, Doer by) {
        database.erase(connection -> {
            tail.forget(id);
            int deleted = Sql.update(connection, "DELETE FROM session WHERE id = ?", id.value());
            if (deleted > 0) {
                AuditTrail.add(connection, AuditEntry.now(Deed.SESSION_DELETED, by, id));
            }
            return deleted;
        });
    }

    @Override
    public List<SessionId> undigested() {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT id FROM session s WHERE status = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM digest WHERE session = s.id)",
                        row -> new SessionId(row.getString(1)),
                        SessionStatus.ENDED.word()));
    }

    @Override
    public void setDigest(SessionId id, Digest digest) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "MERGE INTO digest SELECT id, ?, ?, ?, ?, ? FROM session WHERE id = ?",
                        digest.size().events(),
                        digest.size().bytes(),
                        digest.size().runs(),
                        digest.size().submissions(),
                        digest.text(),
                        id.value()));
    }

    @Override
    public List<SessionId> withStatus(SessionStatus status) {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT id FROM session WHERE status = ?",
                        row -> new SessionId(row.getString(1)),
                        status.word()));
    }

    @Override
    public void awaitErased() {
        database.awaitClean(A_MOMENT);
    }

    @Override
    public List<SessionId> endedBefore(long time) {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT id FROM session WHERE status = ? AND ended_at < ?",
                        row -> new SessionId(row.getString(1)),
                        SessionStatus.ENDED.word(),
                        time));
    }

    /// What the log says is empty here; the first events fill it in.
    static void insert(Connection connection, NewSession session) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO session (id, owner, title, status, language, created_at,"
                        + " password_hash, host_token_hash) VALUES (?, ?, '', ?, '', 0, ?, ?)",
                session.id().value(),
                session.ownerId(),
                SessionStatus.WAITING.word(),
                session.passwordHash(),
                session.hostTokenHash());
    }

    private static void insert(Connection connection, SessionId session, NewInvite invite)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO invite (code_hash, session, role, expires_at) VALUES (?, ?, ?, ?)",
                invite.codeHash(),
                session.value(),
                invite.role().word(),
                invite.expiresAt());
    }

    static void setTags(Connection connection, SessionId session, List<String> tags)
            throws SQLException {
        for (int i = 0; i < tags.size(); i++) {
            Sql.update(
                    connection,
                    "INSERT INTO session_tag (session, position, tag)"
                            + " SELECT id, ?, ? FROM session WHERE id = ?",
                    i,
                    tags.get(i),
                    session.value());
        }
    }
}
