package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.access.LoginResult.Accepted;
import dev.tandem.relay.access.LoginResult.Locked;
import dev.tandem.relay.access.LoginResult.Refused;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {
    private static final String ADDRESS = "192.0.2.1";
    private static final Duration LIFE = Duration.ofDays(30);

    @TempDir private static Path folder;
    private static Database database;
    private static Account ada;

    private final ManualClock clock = new ManualClock();
    private Access access;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(folder);
        ada = new Accounts(database).add("ada@example.org", "Ada", "secret");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void buildAccess() {
        RelayConfig config =
                RelayConfig.defaults(folder).with().set("access.login-expiry", "30d").build();
        access = new Access(database, config, clock, new SimpleMeterRegistry());
    }

    private LoginResult logIn(String password) {
        return access.logins().logIn("ada@example.org", password, ADDRESS);
    }

    private String token() {
        return ((Accepted) logIn("secret")).token();
    }

    @Test
    void whoLogsInGetsAToken() {
        assertThat(logIn("secret"))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> {
                            assertThat(accepted.account()).isEqualTo(ada);
                            assertThat(accepted.expiresAt())
                                    .isEqualTo(clock.millis() + LIFE.toMillis());
                            assertThat(access.loginTokens().find(accepted.token())).contains(ada);
                            assertThat(accepted.toString()).doesNotContain(accepted.token());
                        });
        assertThat(logIn("wrong")).isEqualTo(new Refused());
        assertThat(access.logins().logIn("eve@example.org", "secret", ADDRESS))
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
        database.close();
        database = Database.open(folder);
        buildAccess();
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
        new Accounts(database).changePassword("ada@example.org", "secret");
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
        assertThat(logIn("secret")).isInstanceOf(Accepted.class);
    }

    @Test
    void thirtyFailuresFromOneAddressHoldItOff() {
        LoginGuard guard = new LoginGuard(RelayConfig.defaults(folder).limits(), clock);
        for (int n = 0; n < 30; n++) {
            assertThat(guard.enter("user" + n + "@example.org", ADDRESS)).isZero();
        }
        assertThat(guard.enter("another@example.org", ADDRESS)).isEqualTo(900);
        assertThat(guard.enter("another@example.org", "192.0.2.2")).isZero();
    }

    @Test
    void anAttemptThatSucceedsDoesNotCount() {
        LoginGuard guard = new LoginGuard(RelayConfig.defaults(folder).limits(), clock);
        for (int n = 0; n < 100; n++) {
            assertThat(guard.enter("ada@example.org", ADDRESS)).isZero();
            guard.succeeded("ada@example.org", ADDRESS);
        }
    }

    @Test
    void successesDoNotWashFailuresAway() {
        LoginGuard guard = new LoginGuard(RelayConfig.defaults(folder).limits(), clock);
        for (int n = 0; n < 10; n++) {
            assertThat(guard.enter("ada@example.org", ADDRESS)).isZero();
            guard.succeeded("ada@example.org", ADDRESS);
            assertThat(guard.enter("Ada@Example.org", ADDRESS)).isZero();
        }
        assertThat(guard.enter("ada@example.org ", ADDRESS)).isPositive();
    }
}
