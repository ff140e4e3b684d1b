package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.relay.access.LoginGuard.Attempt;
import dev.tandem.relay.access.LoginGuard.Outcome;
import dev.tandem.relay.access.Verdict.Locked;
import dev.tandem.relay.access.Verdict.Refused;
import dev.tandem.relay.access.Verdict.Verified;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.AuditLine;
import dev.tandem.relay.sessionlog.AuditQuery;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {
    private static final String ADDRESS = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    private static final String EMAIL = "ada@example.org";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Passwords PASSWORDS = new Passwords(HashingWork.LITTLE, new HashingWork());

    @TempDir private static Path folder;
    private static Database database;
    private static Account ada;

    private final ManualClock clock = new ManualClock();
    private Access access;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(folder);
        ada = new Accounts(database, PASSWORDS).add("ada@example.org", "Ada", "secret");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void forgetAddresses() {
        database.change(connection -> Sql.update(connection, "DELETE FROM familiar_address"));
        buildAccess();
    }

    private void buildAccess() {
        RelayConfig config =
                RelayConfig.defaults(folder).with().set("access.login-expiry", "30d").build();
        access = new Access(database, config, clock, new SimpleMeterRegistry(), PASSWORDS);
    }

    private Verdict logIn(String password) {
        return logIn(password, ADDRESS);
    }

    private Verdict logIn(String password, String address) {
        return access.logins().verify(EMAIL, password, null, address);
    }

    private void restart() throws Exception {
        database.close();
        database = Database.open(folder);
        buildAccess();
    }

    private String token() {
        return access.loginTokens().issue(ada).token();
    }

    @Test
    void whoLogsInIsKnownByTheToken() {
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
        LoginTokens.Issued issued = access.loginTokens().issue(ada);
        assertThat(issued.expiresAt()).isEqualTo(clock.millis() + LIFE.toMillis());
        assertThat(access.loginTokens().find(issued.token())).contains(ada);
        assertThat(issued.toString()).doesNotContain(issued.token());

        assertThat(logIn("wrong")).isEqualTo(new Refused());
        assertThat(access.logins().verify("eve@example.org", "secret", null, ADDRESS))
                .isEqualTo(new Refused());
        assertThat(access.loginTokens().find(Secrets.newToken())).isEmpty();
    }

    @Test
    void aTokenThatIsUsedLastsOn() {
        String token = token();
        for (int day = 0; day < 100; day += 20) {
            clock.pass(Duration.ofDays(20));
            assertThat(access.loginTokens().find(token)).contains(ada);
        }
        clock.pass(LIFE);
        assertThat(access.loginTokens().find(token)).isEmpty();
    }

    @Test
    void aTokenOutlivesARestart() throws Exception {
        String token = token();
        restart();
        assertThat(access.loginTokens().find(token)).contains(ada);
    }

    @Test
    void aRevokedTokenIsDeadAtOnceAndAloneInThat() {
        String token = token();
        String other = token();
        access.loginTokens().revoke(token);
        assertThat(access.loginTokens().find(token)).isEmpty();
        assertThat(access.loginTokens().find(other)).contains(ada);
    }

    @Test
    void aNewPasswordEndsAllLogins() throws Exception {
        String token = token();
        new Accounts(database, PASSWORDS).changePassword("ada@example.org", "secret");
        assertThat(access.loginTokens().find(token)).isEmpty();
    }

    @Test
    void tenFailuresLockTheAccountForTheRightPasswordToo() {
        for (int n = 0; n < 10; n++) {
            assertThat(logIn("wrong")).isEqualTo(new Refused());
        }
        assertThat(logIn("secret")).isEqualTo(new Locked(900));
        clock.pass(Duration.ofMillis(899_001));
        assertThat(logIn("secret")).isEqualTo(new Locked(1));
        clock.pass(Duration.ofMillis(999));
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
    }

    @Test
    void aLockedAccountIsNotLockedForLongerByGoingOn() {
        for (int n = 0; n < 10; n++) {
            logIn("wrong");
        }
        clock.pass(Duration.ofMinutes(14));
        assertThat(logIn("wrong")).isEqualTo(new Locked(60));
        clock.pass(Duration.ofMinutes(1));
        assertThat(logIn("wrong")).isEqualTo(new Refused());
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
    }

    @Test
    void nobodyIsLockedOutByStrangersWhereTheyHaveLoggedInBefore() {
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
        for (int quarter = 0; quarter < 8; quarter++) {
            for (int n = 0; n < 10; n++) {
                assertThat(logIn("wrong", ELSEWHERE)).isEqualTo(new Refused());
            }
            assertThat(logIn("secret", ELSEWHERE)).isEqualTo(new Locked(900));
            assertThat(logIn("secret", "203.0.113.5")).isEqualTo(new Locked(900));
            assertThat(logIn("secret")).isEqualTo(new Verified(ada));
            clock.pass(Duration.ofMinutes(15));
        }
    }

    @Test
    void whereOneHasLoggedInBeforeIsKnownAfterARestart() throws Exception {
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
        restart();
        for (int n = 0; n < 10; n++) {
            assertThat(logIn("wrong", ELSEWHERE)).isEqualTo(new Refused());
        }
        assertThat(logIn("secret", ELSEWHERE)).isEqualTo(new Locked(900));
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
    }

    @Test
    void logInsThatAreNotEvenTriedAreNotedOnceForAllOfAMinute() {
        for (int n = 0; n < 40; n++) {
            logIn("wrong", n < 20 ? ADDRESS : ELSEWHERE);
            access.logins().verify("nobody@example.org", "secret", null, "203.0.113.5");
        }
        assertThat(heldOff()).isEmpty();
        access.noteHeldOff();
        access.noteHeldOff();

        assertThat(heldOff())
                .extracting(AuditEntry::account, AuditEntry::times)
                .containsExactlyInAnyOrder(tuple(ada.id(), 30), tuple(null, 30));
    }

    private List<AuditEntry> heldOff() {
        return database.audit().read(new AuditQuery(null, 0, 10_000)).stream()
                .map(AuditLine::entry)
                .filter(entry -> entry.deed() == Deed.LOGIN_HELD_OFF)
                .toList();
    }

    @Test
    void manyStrangersGuessNoMoreThanOne() {
        for (int n = 0; n < 10; n++) {
            assertThat(logIn("wrong", "198.51.100." + n)).isEqualTo(new Refused());
        }
        assertThat(logIn("secret", "198.51.100.200")).isEqualTo(new Locked(900));
    }

    @Test
    void whereOneHasLoggedInBeforeOnesOwnFailuresLockAll() {
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
        for (int n = 0; n < 10; n++) {
            assertThat(logIn("wrong")).isEqualTo(new Refused());
        }
        assertThat(logIn("secret")).isEqualTo(new Locked(900));
        assertThat(logIn("secret", ELSEWHERE)).isEqualTo(new Verified(ada));
    }

    @Test
    void failuresBeforeTheFirstSuccessCountAfterIt() {
        for (int n = 0; n < 5; n++) {
            assertThat(logIn("wrong")).isEqualTo(new Refused());
        }
        assertThat(logIn("secret")).isEqualTo(new Verified(ada));
        for (int n = 0; n < 5; n++) {
            assertThat(logIn("wrong")).isEqualTo(new Refused());
        }
        assertThat(logIn("secret")).isEqualTo(new Locked(900));
    }

    @Test
    void manyMayLogInAtOnceFromOneAddressAndToOneAccount() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Verdict>> attempts = Collections.nCopies(100, () -> logIn("secret"));
            for (Future<Verdict> verdict : executor.invokeAll(attempts)) {
                assertThat(verdict.get()).isEqualTo(new Verified(ada));
            }
        }
    }

    @Test
    void manyWhoGuessAtOnceGuessNoMoreThanOneAfterAnother() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Verdict>> attempts = Collections.nCopies(100, () -> logIn("wrong"));
            int guesses = 0;
            for (Future<Verdict> verdict : executor.invokeAll(attempts)) {
                guesses += verdict.get() instanceof Refused ? 1 : 0;
            }
            assertThat(guesses).isEqualTo(10);
        }
    }

    private LoginGuard guard() {
        return new LoginGuard(
                RelayConfig.defaults(folder).limits(),
                new FamiliarAddresses(database, clock),
                clock);
    }

    private static int attempt(LoginGuard guard, String email, String address, Outcome outcome) {
        Attempt attempt = guard.begin(email, address);
        attempt.end(outcome);
        return attempt.retryAfterSeconds();
    }

    @Test
    void thirtyFailuresFromOneAddressHoldItOff() {
        LoginGuard guard = guard();
        for (int n = 0; n < 30; n++) {
            assertThat(attempt(guard, "user" + n + "@example.org", ADDRESS, Outcome.FAILED))
                    .isZero();
        }
        assertThat(attempt(guard, "another@example.org", ADDRESS, Outcome.FAILED)).isEqualTo(900);
        assertThat(attempt(guard, "another@example.org", ELSEWHERE, Outcome.FAILED)).isZero();
    }

    @Test
    void successesDoNotCountAndDoNotWashFailuresAway() {
        LoginGuard guard = guard();
        for (int n = 0; n < 10; n++) {
            assertThat(attempt(guard, EMAIL, ADDRESS, Outcome.SUCCEEDED)).isZero();
            assertThat(attempt(guard, EMAIL, ADDRESS, Outcome.UNDECIDED)).isZero();
            assertThat(attempt(guard, "Ada@Example.org", ADDRESS, Outcome.FAILED)).isZero();
        }
        assertThat(attempt(guard, "ada@example.org ", ADDRESS, Outcome.FAILED)).isPositive();
    }
}
