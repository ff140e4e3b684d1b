package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.access.Verdict.CodeRefused;
import dev.tandem.relay.access.Verdict.CodeWanted;
import dev.tandem.relay.access.Verdict.Locked;
import dev.tandem.relay.access.Verdict.Refused;
import dev.tandem.relay.access.Verdict.Verified;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondStepsTest {
    private static final String EMAIL = "ada@example.org";
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final ManualClock clock = new ManualClock();
    private final HashingWork work = new HashingWork();
    private final Passwords passwords = new Passwords(HashingWork.LITTLE, work);
    private Database database;
    private Account ada;
    private Access access;
    private SecondSteps steps;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        ada = new Accounts(database, passwords).add(EMAIL, "Ada", "secret");
        RelayConfig config = RelayConfig.defaults(folder);
        access = new Access(database, config, clock, new SimpleMeterRegistry(), passwords);
        steps = access.secondSteps();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Verdict logIn(String password, String code) {
        return access.logins().verify(EMAIL, password, code, "192.0.2.1");
    }

    private String code(String secret, int stepsFromNow) {
        long step = Totp.step(clock.millis()) + stepsFromNow;
        return Totp.code(Base32.decode(secret), step, Totp.DIGITS);
    }

    /// Turns it on with the code of the step before this one.
    private List<String> turnOn(String secret) {
        return steps.confirm(ada, code(secret, -1), "no token").orElseThrow();
    }

    @Test
    void countsForNothingUntilItIsConfirmed() {
        String secret = steps.begin(ada).orElseThrow();
        assertThat(Base32.decode(secret)).hasSize(20);
        assertThat(logIn("secret", null)).isEqualTo(new Verified(ada));
        assertThat(steps.confirm(ada, "000", "no token")).isEmpty();
        assertThat(steps.isOn(ada)).isFalse();

        String another = steps.begin(ada).orElseThrow();
        assertThat(steps.confirm(ada, code(secret, 0), "no token")).isEmpty();
        String grouped = code(another, 0).replaceAll("(...)", "$1 ");
        assertThat(steps.confirm(ada, grouped, "no token")).isPresent();
        assertThat(steps.isOn(ada)).isTrue();
        assertThat(steps.begin(ada)).isEmpty();
    }

    @Test
    void thenEveryLogInTakesACodeThatNobodyUsed() {
        String secret = steps.begin(ada).orElseThrow();
        turnOn(secret);
        assertThat(logIn("secret", null)).isEqualTo(new CodeWanted());
        assertThat(logIn("secret", "")).isEqualTo(new CodeRefused());
        assertThat(logIn("secret", code(secret, -1))).isEqualTo(new CodeRefused());

        String code = code(secret, 0);
        assertThat(logIn("secret", code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(new Verified(ada));
        assertThat(logIn("secret", code)).isEqualTo(new CodeRefused());
        clock.pass(STEP);
        assertThat(logIn("secret", code)).isEqualTo(new CodeRefused());
        assertThat(logIn("secret", code(secret, 1))).isEqualTo(new Verified(ada));
        assertThat(logIn("secret", code(secret, 0))).isEqualTo(new CodeRefused());
        assertThat(logIn("secret", code(secret, 2))).isEqualTo(new CodeRefused());
    }

    @Test
    void whoDoesNotKnowThePasswordLearnsNothingOfIt() {
        String secret = steps.begin(ada).orElseThrow();
        turnOn(secret);
        long hashed = work.in(() -> assertThat(logIn("wrong", null)).isEqualTo(new Refused()));
        assertThat(logIn("wrong", code(secret, 0))).isEqualTo(new Refused());
        assertThat(
                        work.in(() ->
                                access.logins()
                                        .verify("eve@example.org", "wrong", null, "192.0.2.1")))
                .isEqualTo(hashed);
        assertThat(logIn("secret", code(secret, 0))).isEqualTo(new Verified(ada));
    }

    @Test
    void guessingCodesLocksTheAccount() {
        turnOn(steps.begin(ada).orElseThrow());
        for (int n = 0; n < 20; n++) {
            assertThat(logIn("secret", null)).isEqualTo(new CodeWanted());
        }
        for (int n = 0; n < 10; n++) {
            assertThat(logIn("secret", "no" + n)).isEqualTo(new CodeRefused());
        }
        assertThat(logIn("secret", null)).isInstanceOf(Locked.class);
    }

    @Test
    void aRecoveryCodeStandsInForOneAndIsGoodOnce() {
        String secret = steps.begin(ada).orElseThrow();
        List<String> codes = turnOn(secret);
        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allMatch(code -> code.matches("(\\w{4}-){2}\\w{4}"));

        assertThat(logIn("secret", codes.getFirst())).isEqualTo(new Verified(ada));
        assertThat(logIn("secret", codes.getFirst())).isEqualTo(new CodeRefused());
        String carelessly = codes.get(1).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(logIn("secret", carelessly)).isEqualTo(new Verified(ada));
        assertThat(steps.recoveryCodesLeft(ada)).isEqualTo(8);
        assertThat(logIn("secret", code(secret, 0))).isEqualTo(new Verified(ada));
    }

    @Test
    void noCodeIsStoredAsItIs() {
        List<String> codes = turnOn(steps.begin(ada).orElseThrow());
        List<String> stored =
                database.read(connection ->
                        Sql.list(
                                connection,
                                "SELECT code_hash FROM recovery_code",
                                row -> row.getString("code_hash")));
        assertThat(stored).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(stored).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void turningItOnEndsTheOtherLogIns() {
        String own = access.loginTokens().issue(ada).token();
        String other = access.loginTokens().issue(ada).token();
        String secret = steps.begin(ada).orElseThrow();
        steps.confirm(ada, code(secret, 0), own);
        assertThat(access.loginTokens().find(own)).contains(ada);
        assertThat(access.loginTokens().find(other)).isEmpty();
    }

    @Test
    void theAuditTrailTellsWhoTurnedItOnAndOff() throws Exception {
        turnOn(steps.begin(ada).orElseThrow());
        steps.turnOff(ada);
        turnOn(steps.begin(ada).orElseThrow());
        new Accounts(database, passwords).turnSecondStepOff(EMAIL);
        assertThat(deeds())
                .containsExactly(
                        "second_step_on account",
                        "second_step_off account",
                        "second_step_on account",
                        "second_step_off operator");
    }

    private List<String> deeds() {
        return database.read(connection ->
                Sql.list(
                        connection,
                        "SELECT what || ' ' || who FROM audit WHERE what LIKE 'second%'"
                                + " ORDER BY id",
                        row -> row.getString(1)));
    }

    @Test
    void turnedOffItLeavesNothing() throws Exception {
        List<String> codes = turnOn(steps.begin(ada).orElseThrow());
        steps.turnOff(ada);
        assertThat(steps.isOn(ada)).isFalse();
        assertThat(steps.recoveryCodesLeft(ada)).isZero();
        assertThat(logIn("secret", null)).isEqualTo(new Verified(ada));
        assertThat(steps.begin(ada)).isPresent();
        assertThat(steps.take(ada, codes.getFirst())).isFalse();

        turnOn(steps.begin(ada).orElseThrow());
        new Accounts(database, passwords).turnSecondStepOff(EMAIL);
        assertThat(logIn("secret", null)).isEqualTo(new Verified(ada));
        turnOn(steps.begin(ada).orElseThrow());
        new Accounts(database, passwords).remove(EMAIL);
        assertThat(steps.recoveryCodesLeft(ada)).isZero();
    }
}
