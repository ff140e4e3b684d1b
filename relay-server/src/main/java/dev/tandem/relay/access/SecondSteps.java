package dev.tandem.relay.access;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditTrail;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;

/// The second step of signing in, for accounts that have it on: a code by the clock, or one of the
/// recovery codes for when there is no clock at hand. Every code is good once. Any thread may call
/// it; each call waits for the database.
///
/// Recovery codes are written as invite codes are, and like them are random enough that a plain
/// hash hides them.
public final class SecondSteps {
    private static final int RECOVERY_CODES = 10;
    private static final long NEVER = -1;

    private final Database database;
    private final InstantSource clock;

    public SecondSteps(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether the account has it on.
    public boolean isOn(Account account) {
        return database.read(connection -> confirmed(connection, account)) != null;
    }

    /// How many recovery codes the account has left.
    public int recoveryCodesLeft(Account account) {
        return database.read(connection ->
                        Sql.list(
                                connection,
                                "SELECT code_hash FROM recovery_code WHERE account = ?",
                                row -> row.getString("code_hash"),
                                account.id()))
                .size();
    }

    /// A secret for the account's authenticator, in base 32; empty if the account has one that is
    /// in use. It counts for nothing until it is confirmed, and takes the place of one that was
    /// not.
    public Optional<String> begin(Account account) {
        String secret = Base32.toBase32String(Secrets.randomBytes(Totp.SECRET_BYTES));
        boolean begun =
                database.change(connection -> {
                    if (confirmed(connection, account) != null) {
                        return false;
                    }
                    remove(connection, account);
                    Sql.update(
                            connection,
                            "INSERT INTO totp (account, secret, confirmed, last_step)"
                                    + " VALUES (?, ?, FALSE, ?)",
                            account.id(),
                            secret,
                            NEVER);
                    return true;
                });
        return begun ? Optional.of(secret) : Optional.empty();
    }

    /// Turns it on, if `code` is of the secret that was begun with: who has it set up can use it.
    /// The account's other log-ins end, since they came without it.
    ///
    /// @param token of the log-in that stays
    /// @return the recovery codes; empty if the code is not right, or none was begun with
    public Optional<List<String>> confirm(Account account, String code, String token) {
        long now = Totp.step(clock.millis());
        String plain = plain(code);
        List<InviteCode> recovery =
                Stream.generate(Secrets::newInviteCode).limit(RECOVERY_CODES).toList();
        boolean right =
                database.change(connection -> {
                    if (!takeClockCode(connection, row(connection, account, false), plain, now)) {
                        return false;
                    }
                    turnOn(connection, account, recovery);
                    Sql.update(
                            connection,
                            "DELETE FROM login_token WHERE account = ? AND token_hash <> ?",
                            account.id(),
                            Secrets.hash(token));
                    return true;
                });
        return right
                ? Optional.of(recovery.stream().map(InviteCode::format).toList())
                : Optional.empty();
    }

    /// Uses up a code of either kind.
    ///
    /// @return whether it was good
    boolean take(Account account, String code) {
        long now = Totp.step(clock.millis());
        String plain = plain(code);
        return database.change(connection ->
                plain.length() == Totp.DIGITS
                        ? takeClockCode(connection, confirmed(connection, account), plain, now)
                        : takeRecoveryCode(connection, account, plain));
    }

    /// Applications show codes in groups.
    private static String plain(String code) {
        return code.replaceAll("[\\s\\p{Pd}]", "");
    }

    public void turnOff(Account account) {
        database.erase(connection -> turnOff(connection, account, Doer.account(account.id())));
    }

    private record Row(String account, String secret, long lastStep) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("account"), row.getString("secret"), row.getLong("last_step"));
        }
    }

    private static @Nullable Row confirmed(Connection connection, Account account)
            throws SQLException {
        return row(connection, account, true);
    }

    private static @Nullable Row row(Connection connection, Account account, boolean confirmed)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT account, secret, last_step FROM totp WHERE account = ? AND confirmed = ?",
                Row::read,
                account.id(),
                confirmed);
    }

    private static boolean takeClockCode(
            Connection connection, @Nullable Row row, String code, long now) throws SQLException {
        if (row == null) {
            return false;
        }
        OptionalLong step = Totp.stepOf(code, Base32.decode(row.secret()), now, row.lastStep());
        return step.isPresent()
                && Sql.update(
                                connection,
                                "UPDATE totp SET last_step = ? WHERE account = ?",
                                step.getAsLong(),
                                row.account())
                        > 0;
    }

    private static boolean takeRecoveryCode(Connection connection, Account account, String code)
            throws SQLException {
        Optional<InviteCode> recovery = InviteCode.parse(code);
        return recovery.isPresent()
                && Sql.update(
                                connection,
                                "DELETE FROM recovery_code WHERE account = ? AND code_hash = ?",
                                account.id(),
                                Secrets.hash(recovery.get()))
                        > 0;
    }

    private static void turnOn(Connection connection, Account account, List<InviteCode> recovery)
            throws SQLException {
        Doer owner = Doer.account(account.id());
        AuditTrail.add(
                connection, AuditEntry.nowAboutAccount(Deed.SECOND_STEP_ON, owner, account.id()));
        Sql.update(connection, "UPDATE totp SET confirmed = TRUE WHERE account = ?", account.id());
        for (InviteCode code : recovery) {
            Sql.update(
                    connection,
                    "INSERT INTO recovery_code (account, code_hash) VALUES (?, ?)",
                    account.id(),
                    Secrets.hash(code));
        }
    }

    static int turnOff(Connection connection, Account account, Doer by) throws SQLException {
        int removed = remove(connection, account);
        if (removed > 0) {
            AuditTrail.add(
                    connection, AuditEntry.nowAboutAccount(Deed.SECOND_STEP_OFF, by, account.id()));
        }
        return removed;
    }

    /// Whatever there is of it, be it on or not.
    private static int remove(Connection connection, Account account) throws SQLException {
        Sql.update(connection, "DELETE FROM recovery_code WHERE account = ?", account.id());
        return Sql.update(connection, "DELETE FROM totp WHERE account = ?", account.id());
    }
}
