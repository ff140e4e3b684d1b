package dev.tandem.relay.access;

import dev.tandem.protocol.room.Limits;
import dev.tandem.relay.access.AccountProblem.Reason;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditTrail;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The interviewers' accounts. There is none that nobody made. Any thread may call it; each call
/// waits for the database.
public final class Accounts {
    private static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final Database database;
    private final Passwords passwords;

    public Accounts(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /// The most work that one of the passwords in `database` was; empty if there is no account.
    static Optional<HashCost> strongest(Database database) {
        return database
                .read(connection ->
                        Sql.list(
                                connection,
                                "SELECT password_hash FROM account",
                                row -> row.getString("password_hash")))
                .stream()
                .map(hash -> PasswordHash.parse(hash).cost())
                .max(Comparator.comparingLong(HashCost::work));
    }

    /// Makes an account.
    ///
    /// @throws AccountProblem if something given is not usable, or the address has an account
    public Account add(String email, String name, String password) throws AccountProblem {
        Account account = new Account(Secrets.newId(), checkEmail(email), checkName(name));
        String hash = passwords.hash(checkPassword(password));
        if (!database.change(connection -> insert(connection, account, hash))) {
            throw new AccountProblem(
                    Reason.EXISTS, "There is an account for " + account.email() + " already.");
        }
        return account;
    }

    /// All accounts by their addresses.
    public List<Account> list() {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT id, email, name FROM account ORDER BY email",
                        Accounts::read));
    }

    /// The account of an address; null if it has none.
    public @Nullable Account find(String email) {
        Credentials known = database.read(connection -> credentials(connection, normal(email)));
        return known == null ? null : known.account();
    }

    /// Takes away the account and its logins. Its sessions stay, and belong to nobody.
    ///
    /// @throws AccountProblem if there is no such account
    public void remove(String email) throws AccountProblem {
        checkKnown(
                email,
                database.erase(connection -> {
                    note(connection, Deed.ACCOUNT_REMOVED, normal(email));
                    return Sql.update(
                            connection, "DELETE FROM account WHERE email = ?", normal(email));
                }));
    }

    /// Gives the account another password, and ends its logins.
    ///
    /// @throws AccountProblem if there is no such account, or the password is not usable
    public void changePassword(String email, String password) throws AccountProblem {
        String hash = passwords.hash(checkPassword(password));
        checkKnown(email, database.change(connection -> update(connection, normal(email), hash)));
    }

    /// Takes the second step of signing in away from the account, be it on or not.
    ///
    /// @throws AccountProblem if there is no such account
    public void turnSecondStepOff(String email) throws AccountProblem {
        checkKnown(
                email,
                database.erase(connection -> {
                    Credentials known = credentials(connection, normal(email));
                    if (known != null) {
                        SecondSteps.turnOff(connection, known.account(), Doer.OPERATOR);
                    }
                    return known == null ? 0 : 1;
                }));
    }

    /// The account, if this is its password; null otherwise, after the same time in every case. A
    /// password that was hashed with less work than is wanted is hashed anew.
    public @Nullable Account verify(String email, String password) {
        Credentials known = database.read(connection -> credentials(connection, normal(email)));
        if (known == null) {
            passwords.verifyNobody(password);
            return null;
        }
        if (!passwords.verify(password, known.passwordHash())) {
            return null;
        }
        if (passwords.isWeak(known.passwordHash())) {
            strengthen(known, passwords.hash(password));
        }
        return known.account();
    }

    /// Unless the password was changed meanwhile.
    private void strengthen(Credentials known, String hash) {
        database.change(connection ->
                Sql.update(
                        connection,
                        "UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ?",
                        hash,
                        known.account().id(),
                        known.passwordHash()));
    }

    /// Notes in the audit trail that someone could not log in. What they gave as an address is not
    /// kept, since it may be anything.
    void noteRefusal(String email) {
        database.audit()
                .note(connection -> {
                    Credentials known = credentials(connection, normal(email));
                    return AuditEntry.nowAboutAccount(
                            Deed.LOGIN_REFUSED,
                            Doer.STRANGER,
                            known == null ? null : known.account().id());
                });
    }

    /// Accounts are changed by the operator.
    private static void note(Connection connection, Deed deed, String email) throws SQLException {
        Credentials known = credentials(connection, email);
        if (known != null) {
            note(connection, deed, known.account());
        }
    }

    private static void note(Connection connection, Deed deed, Account account)
            throws SQLException {
        AuditTrail.add(connection, AuditEntry.nowAboutAccount(deed, Doer.OPERATOR, account.id()));
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(row.getString("id"), row.getString("email"), row.getString("name"));
    }

    private record Credentials(Account account, String passwordHash) {}

    private static @Nullable Credentials credentials(Connection connection, String email)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, email, name, password_hash FROM account WHERE email = ?",
                row -> new Credentials(read(row), row.getString("password_hash")),
                email);
    }

    /// False if the address has an account.
    private static boolean insert(Connection connection, Account account, String hash)
            throws SQLException {
        if (credentials(connection, account.email()) != null) {
            return false;
        }
        Sql.update(
                connection,
                "INSERT INTO account (id, email, name, password_hash) VALUES (?, ?, ?, ?)",
                account.id(),
                account.email(),
                account.name(),
                hash);
        note(connection, Deed.ACCOUNT_CREATED, account);
        return true;
    }

    private static int update(Connection connection, String email, String hash)
            throws SQLException {
        note(connection, Deed.PASSWORD_CHANGED, email);
        Sql.update(
                connection,
                "DELETE FROM login_token"
                        + " WHERE account IN (SELECT id FROM account WHERE email = ?)",
                email);
        return Sql.update(
                connection, "UPDATE account SET password_hash = ? WHERE email = ?", hash, email);
    }

    private static String checkEmail(String email) throws AccountProblem {
        String normal = normal(email);
        if (normal.length() > EMAIL_LENGTH || !EMAIL.matcher(normal).matches()) {
            throw new AccountProblem(Reason.BAD_EMAIL, "That is not an email address.");
        }
        return normal;
    }

    private static String checkName(String name) throws AccountProblem {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > Limits.NAME_LENGTH
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new AccountProblem(
                    Reason.BAD_NAME,
                    "A name has 1 to " + Limits.NAME_LENGTH + " characters on one line.");
        }
        return stripped;
    }

    private static String checkPassword(String password) throws AccountProblem {
        if (password.isEmpty() || password.length() > Limits.PASSWORD_LENGTH) {
            throw new AccountProblem(
                    Reason.BAD_PASSWORD,
                    "A password has 1 to " + Limits.PASSWORD_LENGTH + " characters.");
        }
        return password;
    }

    private static void checkKnown(String email, int changed) throws AccountProblem {
        if (changed == 0) {
            throw new AccountProblem(
                    Reason.UNKNOWN, "There is no account for " + normal(email) + ".");
        }
    }
}
