package dev.tandem.relay.access;

import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditTrail;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opaque bearer tokens of those who logged in. A token that is used lasts longer. Any thread may
/// call it; each call waits for the database.
public final class LoginTokens {
    /// The end is put off when that gains a hundredth of the whole time: not at every request.
    private static final int STEPS = 100;

    private final Database database;
    private final long lifeMs;
    private final InstantSource clock;

    LoginTokens(Database database, Duration life, InstantSource clock) {
        this.database = database;
        this.lifeMs = life.toMillis();
        this.clock = clock;
    }

    /// A new token, and until when it is good if it is not used, epoch milliseconds UTC.
    public record Issued(String token, long expiresAt) {
        /// Without the token: it is not for logs.
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    public Issued issue(Account account) {
        long now = clock.millis();
        Issued issued = new Issued(Secrets.newToken(), now + lifeMs);
        database.change(connection -> {
            Sql.update(connection, "DELETE FROM login_token WHERE expires_at <= ?", now);
            AuditTrail.add(
                    connection, AuditEntry.now(Deed.LOGGED_IN, Doer.account(account.id()), null));
            return Sql.update(
                    connection,
                    "INSERT INTO login_token (token_hash, account, expires_at)"
                            + " VALUES (?, ?, ?)",
                    Secrets.hash(issued.token()),
                    account.id(),
                    issued.expiresAt());
        });
        return issued;
    }

    /// Whose token it is; empty if it is not good, or not any more.
    public Optional<Account> find(String token) {
        String hash = Secrets.hash(token);
        long now = clock.millis();
        Login login = login(hash, now);
        if (login == null) {
            return Optional.empty();
        }
        if (login.expiresAt() < now + lifeMs - lifeMs / STEPS) {
            putOff(hash, now + lifeMs);
        }
        return Optional.of(login.account());
    }

    /// The token is dead at once.
    public void revoke(String token) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "DELETE FROM login_token WHERE token_hash = ?",
                        Secrets.hash(token)));
    }

    private record Login(Account account, long expiresAt) {
        static Login read(ResultSet row) throws SQLException {
            return new Login(Accounts.read(row), row.getLong("expires_at"));
        }
    }

    private @Nullable Login login(String hash, long now) {
        return database.read(connection ->
                Sql.first(
                        connection,
                        "SELECT a.id, a.email, a.name, t.expires_at FROM login_token t"
                                + " JOIN account a ON a.id = t.account"
                                + " WHERE t.token_hash = ? AND t.expires_at > ?",
                        Login::read,
                        hash,
                        now));
    }

    private void putOff(String hash, long expiresAt) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "UPDATE login_token SET expires_at = ? WHERE token_hash = ?",
                        expiresAt,
                        hash));
    }
}
