package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.JoinRoom.ByCode;
import dev.tandem.protocol.message.JoinRoom.ByHostToken;
import dev.tandem.protocol.message.JoinRoom.ByResumeToken;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.access.Admission.Denial;
import dev.tandem.relay.access.Admission.Denied;
import dev.tandem.relay.access.Admission.Newcomer;
import dev.tandem.relay.access.Admission.Returning;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.NewInvite;
import dev.tandem.relay.sessionlog.NewSession;
import dev.tandem.relay.sessionlog.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests share one database; each has keys and doors of its own.
class DoorsTest {
    private static final String ADDRESS = "192.0.2.1";
    private static final Denied INVALID = new Denied(Denial.INVALID);
    private static final ParticipantId ADA = new ParticipantId("ada");

    @TempDir private static Path folder;
    private final HashingWork work = new HashingWork();
    private final Passwords passwords = new Passwords(HashingWork.LITTLE, work);
    private static Database database;
    private final ManualClock clock = new ManualClock();
    private final InviteCode code = Secrets.newInviteCode();
    private final String hostToken = Secrets.newToken();
    private Doors doors;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void buildDoors() {
        doors =
                new Access(
                                database,
                                RelayConfig.defaults(folder),
                                clock,
                                new SimpleMeterRegistry(),
                                passwords)
                        .doors();
    }

    private SessionId create(@Nullable String password, @Nullable Long expiresAt) {
        SessionId id = new SessionId(Secrets.newId());
        NewInvite invite = new NewInvite(Secrets.hash(code), Role.CANDIDATE, expiresAt);
        database.sessions()
                .create(
                        new NewSession(
                                id,
                                null,
                                List.of(),
                                password == null ? null : passwords.hash(password),
                                Secrets.hash(hostToken),
                                List.of(invite)),
                        List.of(
                                new LoggedEvent(
                                        new Seq(1),
                                        0,
                                        null,
                                        null,
                                        new SessionCreated("Talk", "go", null))));
        return id;
    }

    private Admission admit(JoinRoom join) {
        return doors.admit(join, ADDRESS);
    }

    private void revoke() {
        database.change(c ->
                Sql.update(
                        c,
                        "UPDATE invite SET revoked = TRUE WHERE code_hash = ?",
                        Secrets.hash(code)));
    }

    private Admission byCode(@Nullable String password) {
        return admit(new ByCode(code.format(), "Mert", password));
    }

    @Test
    void aCodeLetsInAsWhatItSaysHoweverItIsTyped() {
        SessionId session = create(null, null);
        Newcomer mert = new Newcomer(session, Role.CANDIDATE, "Mert", false);
        assertThat(byCode(null)).isEqualTo(mert);
        assertThat(byCode("superfluous")).isEqualTo(mert);
        String typed = code.format().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(admit(new ByCode(typed, "Mert", null))).isEqualTo(mert);
    }

    @Test
    void aCodeThatIsNoneOrNobodysOrOverIsInvalid() {
        create(null, clock.millis() + 1000);
        assertThat(admit(new ByCode("hello", "Mert", null))).isEqualTo(INVALID);
        assertThat(admit(new ByCode(Secrets.newInviteCode().format(), "Mert", null)))
                .isEqualTo(INVALID);
        clock.pass(Duration.ofMillis(999));
        assertThat(byCode(null)).isInstanceOf(Newcomer.class);
        clock.pass(Duration.ofMillis(1));
        assertThat(byCode(null)).isEqualTo(INVALID);
    }

    @Test
    void aRevokedCodeIsCalledSo() {
        create(null, null);
        revoke();
        assertThat(byCode(null)).isEqualTo(new Denied(Denial.REVOKED));
    }

    @Test
    void aSessionWithAPasswordAsksForIt() {
        create("open sesame", null);
        assertThat(byCode(null)).isEqualTo(INVALID);
        assertThat(byCode("open barley")).isEqualTo(INVALID);
        assertThat(byCode("open sesame")).isInstanceOf(Newcomer.class);
        assertThat(admit(new ByHostToken(hostToken, "Ada"))).isInstanceOf(Newcomer.class);
    }

    @Test
    void theHostTokenLeadsAnyNumberOfTimes() {
        SessionId session = create(null, null);
        Newcomer ada = new Newcomer(session, Role.INTERVIEWER, "Ada", true);
        assertThat(admit(new ByHostToken(hostToken, "Ada"))).isEqualTo(ada);
        assertThat(admit(new ByHostToken(hostToken, "Ada"))).isEqualTo(ada);
        assertThat(admit(new ByHostToken(Secrets.newToken(), "Ada"))).isEqualTo(INVALID);
        assertThat(doors.hostedSession(hostToken)).contains(session);
        assertThat(doors.hostedSession("")).isEmpty();
    }

    @Test
    void aResumeTokenBringsBackUntilItIsDropped() throws Exception {
        SessionId session = create(null, null);
        String token = doors.issueResumeToken(session, ADA, true);
        Seq seven = new Seq(7);
        Returning ada = new Returning(session, ADA, seven, true);
        assertThat(admit(new ByResumeToken(token, seven))).isEqualTo(ada);

        close();
        open();
        buildDoors();
        assertThat(admit(new ByResumeToken(token, seven))).isEqualTo(ada);
        assertThat(admit(new ByResumeToken(token, null)))
                .isEqualTo(new Returning(session, ADA, null, true));

        doors.dropResumeToken(session, ADA);
        assertThat(admit(new ByResumeToken(token, seven))).isEqualTo(INVALID);
    }

    @Test
    void droppingATokenLeavesTheOthers() {
        SessionId session = create(null, null);
        ParticipantId mert = new ParticipantId("mert");
        String token = doors.issueResumeToken(session, mert, false);
        doors.issueResumeToken(session, ADA, false);
        doors.dropResumeToken(session, ADA);
        assertThat(admit(new ByResumeToken(token, null)))
                .isEqualTo(new Returning(session, mert, null, false));
    }

    @Test
    void nothingOpensASessionThatIsDeleted() {
        SessionId session = create(null, null);
        String token = doors.issueResumeToken(session, ADA, true);
        database.sessions().delete(session, Doer.OPERATOR);
        assertThat(byCode(null)).isEqualTo(INVALID);
        assertThat(admit(new ByHostToken(hostToken, "Ada"))).isEqualTo(INVALID);
        assertThat(admit(new ByResumeToken(token, null))).isEqualTo(INVALID);
    }

    @Test
    void whateverIsInvalidIsAsMuchWork() {
        create("open sesame", null);
        long expected = work.in(() -> byCode("wrong"));
        assertThat(expected).isPositive();
        List<JoinRoom> others =
                List.of(
                        new ByCode("hello", "Mert", null),
                        new ByCode(Secrets.newInviteCode().format(), "Mert", "x"),
                        new ByHostToken("x", "Ada"),
                        new ByResumeToken("x", null));
        for (JoinRoom join : others) {
            assertThat(work.in(() -> assertThat(admit(join)).isEqualTo(INVALID)))
                    .as(join.getClass().getSimpleName())
                    .isEqualTo(expected);
        }
    }

    @Test
    void twentyFailedJoinsHoldAnAddressOffForAMinute() {
        create(null, null);
        revoke();
        for (int n = 0; n < 20; n++) {
            assertThat(admit(new ByHostToken(hostToken, "Ada"))).isInstanceOf(Newcomer.class);
            assertThat(byCode(null)).isEqualTo(new Denied(Denial.REVOKED));
        }
        Denied held = new Denied(Denial.TOO_MANY_ATTEMPTS);
        ByHostToken ada = new ByHostToken(hostToken, "Ada");
        assertThat(admit(ada)).isEqualTo(held);
        assertThat(doors.admit(ada, "192.0.2.2")).isInstanceOf(Newcomer.class);
        clock.pass(Duration.ofMillis(59_999));
        assertThat(admit(ada)).isEqualTo(held);
        clock.pass(Duration.ofMillis(1));
        assertThat(admit(ada)).isInstanceOf(Newcomer.class);
    }

    @Test
    void aWholeClassComesInAtOnceFromOneAddress() throws Exception {
        create(null, null);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Admission>> joins =
                    Collections.nCopies(200, () -> admit(new ByHostToken(hostToken, "Ada")));
            for (Future<Admission> admission : executor.invokeAll(joins)) {
                assertThat(admission.get()).isInstanceOf(Newcomer.class);
            }
        }
    }

    @Test
    void soDoesOneThatKnowsAPassword() throws Exception {
        create("secret", null);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Admission>> joins = Collections.nCopies(100, () -> byCode("secret"));
            for (Future<Admission> admission : executor.invokeAll(joins)) {
                assertThat(admission.get()).isInstanceOf(Newcomer.class);
            }
        }
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        JoinGuard guard = new JoinGuard(RelayConfig.defaults(folder).limits(), clock);
        for (int n = 0; n < 20; n++) {
            assertThat(guard.enter("2001:db8:0:1::" + n)).isTrue();
            guard.leave("2001:db8:0:1::" + n, true);
        }
        assertThat(guard.enter("2001:db8:0:1:ffff::")).isFalse();
        assertThat(guard.enter("2001:db8:0:2::1")).isTrue();
        assertThat(guard.enter("no address")).isTrue();
    }
}
