package dev.tandem.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.protocol.api.AccountDetails;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.EventPage;
import dev.tandem.protocol.api.FactCount;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.Health;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.LoggedIn;
import dev.tandem.protocol.api.Login;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.RecoveryCodes;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.api.SessionSize;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.TotpChange;
import dev.tandem.protocol.api.TotpSecret;
import dev.tandem.protocol.api.WriteFeedback;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.SessionFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiCodecTest {
    private static final SessionSummary SUMMARY =
            new SessionSummary(
                    new SessionId("s1"),
                    new SessionFacts(
                            "Backend",
                            SessionStatus.ENDED,
                            1_000,
                            2_000L,
                            5_000L,
                            EndReason.ENDED_BY_INTERVIEWER,
                            45),
                    "java",
                    List.of(new SessionSummary.Person("Ada", Role.INTERVIEWER)),
                    List.of("backend"));
    private static final String SUMMARY_FIELDS =
            """
            {"id":"s1","title":"Backend","status":"ended","createdAt":1000,"startedAt":2000,\
            "endedAt":5000,"plannedMinutes":45,"endReason":"ended_by_interviewer",\
            "durationMs":3000,"language":"java",\
            "participants":[{"name":"Ada","role":"interviewer"}],"tags":["backend"],\
            "facts":false,"factsNoted":0\
            """;

    @Test
    void logsIn() throws BadMessage {
        Login login = new Login("ada@example.com", "correct horse");
        LoggedIn loggedIn =
                new LoggedIn("secret", 9_000, new LoggedIn.User("u1", "ada@example.com", "Ada"));

        assertThat(ApiCodec.write(login))
                .isEqualTo("{\"email\":\"ada@example.com\",\"password\":\"correct horse\"}");
        assertThat(ApiCodec.readLogin(ApiCodec.write(login))).isEqualTo(login);
        assertThat(ApiCodec.write(loggedIn))
                .isEqualTo(
                        """
                        {"token":"secret","expiresAt":9000,\
                        "user":{"id":"u1","email":"ada@example.com","name":"Ada"}}\
                        """);
        assertThat(ApiCodec.readLoggedIn(ApiCodec.write(loggedIn))).isEqualTo(loggedIn);
    }

    @Test
    void logsInWithASecondStep() throws BadMessage {
        Login login = new Login("ada@example.com", "correct horse", "123456");
        assertThat(ApiCodec.write(login)).endsWith(",\"otp\":\"123456\"}");
        assertThat(ApiCodec.readLogin(ApiCodec.write(login))).isEqualTo(login);
    }

    @Test
    void tellsOfAnAccount() throws BadMessage {
        AccountDetails account =
                new AccountDetails(new LoggedIn.User("u1", "ada@example.com", "Ada"), true, 9);
        assertThat(ApiCodec.write(account))
                .isEqualTo(
                        """
                        {"user":{"id":"u1","email":"ada@example.com","name":"Ada"},\
                        "totp":true,"recoveryCodesLeft":9}\
                        """);
        assertThat(ApiCodec.readAccountDetails(ApiCodec.write(account))).isEqualTo(account);
    }

    @Test
    void changesTheSecondStep() throws BadMessage {
        TotpChange.Begin begin = new TotpChange.Begin("correct horse");
        TotpSecret secret = new TotpSecret("GEZDGNBV", "otpauth://totp/x?secret=GEZDGNBV");
        TotpChange.Confirm confirm = new TotpChange.Confirm("123456");
        RecoveryCodes codes = new RecoveryCodes(List.of("K7QF-9M2P-XN4D", "0000-0000-0000"));
        TotpChange.TurnOff off = new TotpChange.TurnOff("correct horse", "123456");

        assertThat(ApiCodec.readTotpBegin(ApiCodec.write(begin))).isEqualTo(begin);
        assertThat(ApiCodec.readTotpSecret(ApiCodec.write(secret))).isEqualTo(secret);
        assertThat(ApiCodec.write(confirm)).isEqualTo("{\"otp\":\"123456\"}");
        assertThat(ApiCodec.readTotpConfirm(ApiCodec.write(confirm))).isEqualTo(confirm);
        assertThat(ApiCodec.write(codes))
                .isEqualTo("{\"recoveryCodes\":[\"K7QF-9M2P-XN4D\",\"0000-0000-0000\"]}");
        assertThat(ApiCodec.readRecoveryCodes(ApiCodec.write(codes))).isEqualTo(codes);
        assertThat(ApiCodec.readTotpTurnOff(ApiCodec.write(off))).isEqualTo(off);
        assertThat(List.of(begin, secret, codes, off).toString())
                .doesNotContain("horse", "GEZD", "K7QF");
    }

    @Test
    void asksForASession() throws BadMessage {
        CreateSession all =
                new CreateSession("Backend", "java", "class A {}\n", 45, List.of("a", "b"), "pw");
        CreateSession least = new CreateSession("Backend", null);

        assertThat(ApiCodec.readCreateSession(ApiCodec.write(all))).isEqualTo(all);
        assertThat(ApiCodec.readCreateSession("{\"title\":\" Backend \"}")).isEqualTo(least);
        assertThat(ApiCodec.write(least)).isEqualTo("{\"title\":\"Backend\",\"tags\":[]}");
    }

    @Test
    void endsTheLinesOfGivenTextWithNewlinesAlone() throws BadMessage {
        assertThat(
                        ApiCodec.readCreateSession("{\"title\":\"T\",\"code\":\"a\\r\\nb\\rc\\n\"}")
                                .code())
                .isEqualTo("a\nb\nc\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                         | title
                    {"title":7}                                | title
                    {"title":" "}                              | title
                    {"title":"a\\nb"}                          | title
                    {"title":"T","language":"Not One"}         | language
                    {"title":"T","code":"\\ud800"}             | code
                    {"title":"T","plannedMinutes":0}           | plannedMinutes
                    {"title":"T","plannedMinutes":1.5}         | plannedMinutes
                    {"title":"T","tags":"backend"}             | tags
                    {"title":"T","tags":[""]}                  | tags
                    {"title":"T","password":""}                | password
                    """)
    void namesTheFieldThatIsWrong(String json, String field) {
        assertThatExceptionOfType(BadMessage.class)
                .isThrownBy(() -> ApiCodec.readCreateSession(json))
                .satisfies(e -> assertThat(e.refusal().facts()).containsEntry("field", field));
    }

    @Test
    void answersWithTheSecretsOfASession() throws BadMessage {
        Invite invite =
                new Invite(
                        new InviteLink("localhost", 8377, new InviteCode("K7QF9M2PXN4D"), false),
                        null);
        CreatedSession created =
                new CreatedSession(
                        new SessionId("s1"),
                        SessionStatus.WAITING,
                        1_000,
                        "host",
                        Map.of(
                                Role.CANDIDATE, invite,
                                Role.SPECTATOR, invite,
                                Role.INTERVIEWER, invite));

        String json = ApiCodec.write(created);

        assertThat(json)
                .startsWith(
                        """
                        {"id":"s1","status":"waiting","createdAt":1000,"hostToken":"host",\
                        "invites":{"interviewer":{"code":"K7QF-9M2P-XN4D",\
                        "link":"tandem://localhost:8377/K7QF-9M2P-XN4D","expiresAt":null},\
                        """);
        assertThat(ApiCodec.readCreatedSession(json)).isEqualTo(created);
    }

    /// `printf K7QF9M2PXN4D | sha256sum` begins with the id.
    @Test
    void listsInvitesWithoutTheirCodes() throws BadMessage {
        LiveInvite invite =
                new LiveInvite(InviteId.of(new InviteCode("K7QF9M2PXN4D")), Role.CANDIDATE, 1_000L);

        String json = ApiCodec.writeInvites(List.of(invite));

        assertThat(json)
                .isEqualTo(
                        """
                        {"items":[{"id":"0d52f621","role":"candidate","expiresAt":1000}]}\
                        """);
        assertThat(ApiCodec.readInvites(json)).containsExactly(invite);
        assertThatExceptionOfType(BadMessage.class)
                .isThrownBy(() -> ApiCodec.readInvites(json.replace("0d52f621", "K7QF")));
    }

    @Test
    void listsSessions() throws BadMessage {
        SessionPage page = new SessionPage(List.of(SUMMARY), "next");

        String json = ApiCodec.write(page);

        assertThat(json).isEqualTo("{\"items\":[" + SUMMARY_FIELDS + "}],\"nextCursor\":\"next\"}");
        assertThat(ApiCodec.readSessionPage(json)).isEqualTo(page);
    }

    @Test
    void tellsWhatInterviewersWroteAndTakesWhatTheyWrite() throws BadMessage {
        List<Feedback> all =
                List.of(
                        new Feedback("Ada", true, "Good.", 5_000, 2),
                        new Feedback(null, false, "Yes.", 6_000, 1));
        String json = ApiCodec.write(all);
        assertThat(json)
                .contains("{\"name\":null,\"mine\":false,\"text\":\"Yes.\"")
                .contains("\"updatedAt\":6000,\"version\":1}");
        assertThat(ApiCodec.readFeedback(json)).isEqualTo(all);

        WriteFeedback write = new WriteFeedback("a\nb", 2);
        assertThat(ApiCodec.readWriteFeedback(ApiCodec.write(write))).isEqualTo(write);
        assertThat(ApiCodec.readWriteFeedback("{\"text\":\"a\\r\\nb\"}"))
                .isEqualTo(new WriteFeedback("a\nb", null));
        for (String wrong :
                List.of(
                        "{}",
                        ApiCodec.write(new WriteFeedback("x".repeat(20_001), null)),
                        "{\"text\":\"\\ud83d\"}",
                        "{\"text\":\"\",\"version\":-1}")) {
            assertThatExceptionOfType(BadMessage.class)
                    .as(wrong)
                    .isThrownBy(() -> ApiCodec.readWriteFeedback(wrong));
        }
    }

    @Test
    void tellsWhatACodeLeadsTo() throws BadMessage {
        InviteDetails details = new InviteDetails(Role.CANDIDATE, true);
        assertThat(ApiCodec.write(details)).isEqualTo("{\"role\":\"candidate\",\"facts\":true}");
        assertThat(ApiCodec.readInviteDetails(ApiCodec.write(details))).isEqualTo(details);
        assertThat(ApiCodec.readCode(ApiCodec.writeCode("K7QF"))).isEqualTo("K7QF");
    }

    @Test
    void saysHowMuchThereIsOfASessionThatIsOver() throws BadMessage {
        SessionSummary counted =
                new SessionSummary(
                        SUMMARY.id(),
                        SUMMARY.facts(),
                        SUMMARY.language(),
                        SUMMARY.participants(),
                        SUMMARY.tags(),
                        new SessionSize(4_000, 500_000, 3, 1),
                        new FactCount(true, 12));
        SessionPage page = new SessionPage(List.of(counted), null);

        String json = ApiCodec.write(page);

        assertThat(json)
                .contains(
                        "\"facts\":true,\"factsNoted\":12,\"size\":{\"events\":4000,\"bytes\":500000,\"runs\":3,\"submissions\":1}");
        assertThat(ApiCodec.readSessionPage(json)).isEqualTo(page);
    }

    @Test
    void showsOneSessionWithItsDocuments() throws BadMessage {
        SessionDetails details =
                new SessionDetails(
                        SUMMARY,
                        List.of(
                                new DocumentState(
                                        DocumentId.MAIN, "main", "java", new Revision(7), "a")));

        String json = ApiCodec.write(details);

        assertThat(json)
                .isEqualTo(
                        SUMMARY_FIELDS
                                + """
                                ,"documents":[{"doc":"main","name":"main","language":"java",\
                                "revision":7,"text":"a"}]}\
                                """);
        assertThat(ApiCodec.readSessionDetails(json)).isEqualTo(details);
    }

    @Test
    void patchesASession() throws BadMessage {
        for (SessionPatch patch :
                List.of(
                        new SessionPatch.Start(),
                        new SessionPatch.End(),
                        new SessionPatch.Correct("New", null, null),
                        new SessionPatch.Correct(null, List.of(), 60))) {
            assertThat(ApiCodec.readSessionPatch(ApiCodec.write(patch))).isEqualTo(patch);
        }
        assertThat(ApiCodec.write(new SessionPatch.Start())).isEqualTo("{\"action\":\"start\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                | action
                    {"action":"dance"}                | action
                    {"action":"start","title":"T"}    | action
                    {"title":""}                      | title
                    {"tags":[7]}                      | tags
                    {"plannedMinutes":-1}             | plannedMinutes
                    """)
    void refusesAPatchThatIsNone(String json, String field) {
        assertThatExceptionOfType(BadMessage.class)
                .isThrownBy(() -> ApiCodec.readSessionPatch(json))
                .satisfies(e -> assertThat(e.refusal().facts()).containsEntry("field", field));
    }

    @Test
    void givesTheLogAsOnTheWire() throws BadMessage {
        EventPage page =
                new EventPage(
                        List.of(
                                new LoggedEvent(
                                        new Seq(3),
                                        4_000,
                                        null,
                                        null,
                                        new RoomEvent.SessionStarted(4_000))),
                        new Seq(3));

        String json = ApiCodec.write(page);

        assertThat(json)
                .isEqualTo(
                        """
                        {"items":[{"type":"session_started","seq":3,"at":4000,"by":null,\
                        "payload":{"startedAt":4000}}],"nextAfter":3}\
                        """);
        assertThat(ApiCodec.readEventPage(json)).isEqualTo(page);
        assertThat(ApiCodec.write(new EventPage(List.of(), null)))
                .isEqualTo("{\"items\":[],\"nextAfter\":null}");
    }

    @Test
    void namesEachPartOfTheRelay() throws BadMessage {
        Health health =
                new Health(
                        Map.of("database", Health.State.UP, "sandbox", Health.State.NONE),
                        Map.of("sandbox", "none (bubblewrap is not installed)"));

        assertThat(ApiCodec.write(health))
                .isEqualTo(
                        "{\"database\":\"up\",\"sandbox\":\"none\",\"notes\":{\"sandbox\":\"none (bubblewrap is not installed)\"}}");
        assertThat(ApiCodec.readHealth(ApiCodec.write(health))).isEqualTo(health);
        assertThat(health.isUp()).isTrue();
        assertThat(new Health(Map.of("database", Health.State.DOWN), Map.of()).isUp()).isFalse();
    }

    @Test
    void tellsProblemsWithACodeAndASentence() throws BadMessage {
        Problem problem =
                new Problem(ProblemCode.NOT_FOUND, "No such session.", Map.of("field", "id"));

        String json = ApiCodec.write(problem);

        assertThat(json)
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Not found","status":404,\
                        "code":"not_found","detail":"No such session.","field":"id"}\
                        """);
        assertThat(ApiCodec.readProblem(json)).isEqualTo(problem);
    }

    @Test
    void takesACodeItDoesNotKnowForSomethingThatWentWrong() throws BadMessage {
        assertThat(ApiCodec.readProblem("{\"code\":\"too_new\",\"detail\":\"?\"}").code())
                .isEqualTo(ProblemCode.INTERNAL);
    }
}
