package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.relay.access.AccountProblem.Reason;
import dev.tandem.relay.sessionlog.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests share one database; each has addresses of its own.
class AccountsTest {
    @TempDir private static Path folder;
    private static Database database;
    private static final HashingWork WORK = new HashingWork();
    private static Accounts accounts;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(folder);
        accounts = new Accounts(database, new Passwords(HashingWork.LITTLE, WORK));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void anAccountLogsInWithItsPasswordOnly() throws Exception {
        Account ada = accounts.add(" Ada@Example.org ", " Ada ", "secret");
        assertThat(ada.email()).isEqualTo("ada@example.org");
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(accounts.verify("ada@example.ORG", "secret")).isEqualTo(ada);
        assertThat(accounts.verify("ada@example.org", "Secret")).isNull();
        assertThat(accounts.verify("bob@example.org", "secret")).isNull();
    }

    @Test
    void anUnknownAddressIsAsMuchWorkAsAWrongPasswordHoweverOld() throws Exception {
        accounts.add("old@example.org", "Old", "secret");
        Passwords today = new Passwords(new HashCost(128, 2, 1), WORK);
        Accounts later = new Accounts(database, today);
        later.add("new@example.org", "New", "secret");

        long unknown = WORK.in(() -> later.verify("unknown@example.org", "x"));
        assertThat(unknown).isEqualTo(256);
        assertThat(WORK.in(() -> later.verify("new@example.org", "x"))).isEqualTo(unknown);
        assertThat(WORK.in(() -> later.verify("old@example.org", "x"))).isEqualTo(unknown);
    }

    @Test
    void aPasswordThatIsUsedIsHashedAnewWhereThatWasLessWork() throws Exception {
        Account old = accounts.add("weak@example.org", "Weak", "secret");
        Accounts later = new Accounts(database, new Passwords(new HashCost(128, 2, 1), WORK));
        assertThat(WORK.in(() -> later.verify("weak@example.org", "x"))).isEqualTo(256);
        assertThat(WORK.in(() -> later.verify("weak@example.org", "secret"))).isEqualTo(64 + 256);
        assertThat(WORK.in(() -> later.verify("weak@example.org", "secret"))).isEqualTo(256);
        assertThat(later.verify("weak@example.org", "secret")).isEqualTo(old);
    }

    @Test
    void anAddressHasOneAccount() throws Exception {
        accounts.add("one@example.org", "One", "secret");
        assertProblem(Reason.EXISTS, () -> accounts.add("ONE@example.org", "Two", "other"));
        assertThat(accounts.verify("one@example.org", "secret")).isNotNull();
        assertThat(accounts.verify("one@example.org", "other")).isNull();
    }

    @Test
    void passwordsChange() throws Exception {
        accounts.add("change@example.org", "Change", "old");
        accounts.changePassword("Change@example.org", "new");
        assertThat(accounts.verify("change@example.org", "old")).isNull();
        assertThat(accounts.verify("change@example.org", "new")).isNotNull();
        assertProblem(Reason.UNKNOWN, () -> accounts.changePassword("nobody@example.org", "new"));
    }

    @Test
    void anAccountThatIsRemovedIsGone() throws Exception {
        Account gone = accounts.add("gone@example.org", "Gone", "secret");
        assertThat(accounts.list()).contains(gone);
        accounts.remove("GONE@example.org");
        assertThat(accounts.list()).doesNotContain(gone);
        assertThat(accounts.verify("gone@example.org", "secret")).isNull();
        assertProblem(Reason.UNKNOWN, () -> accounts.remove("gone@example.org"));
    }

    @Test
    void whatIsNotUsableIsSaid() {
        assertProblem(Reason.BAD_EMAIL, () -> accounts.add("nobody", "N", "secret"));
        assertProblem(Reason.BAD_EMAIL, () -> accounts.add("a@b\nc", "N", "secret"));
        assertProblem(Reason.BAD_EMAIL, () -> accounts.add("a@" + "b".repeat(253), "N", "secret"));
        assertProblem(Reason.BAD_NAME, () -> accounts.add("n@example.org", "  ", "secret"));
        assertProblem(Reason.BAD_NAME, () -> accounts.add("n@example.org", "a\tb", "secret"));
        assertProblem(Reason.BAD_NAME, () -> accounts.add("n@example.org", "n".repeat(61), "s"));
        assertProblem(Reason.BAD_PASSWORD, () -> accounts.add("n@example.org", "N", ""));
        assertProblem(
                Reason.BAD_PASSWORD, () -> accounts.add("n@example.org", "N", "x".repeat(201)));
    }

    private interface Change {
        void make() throws AccountProblem;
    }

    private static void assertProblem(Reason reason, Change change) {
        assertThatExceptionOfType(AccountProblem.class)
                .isThrownBy(change::make)
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(reason))
                .withMessageEndingWith(".");
    }
}
