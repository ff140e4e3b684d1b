package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.role.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The HTTP API of a real relay, asked by Java's client as it is.
class ApiTest {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String PASSWORD = "correct horse battery";

    @TempDir static Path folder;
    private static TestRelay relay;

    @BeforeAll
    static void start() throws Exception {
        TestRelay.addAccount(folder, "ada@example.com", PASSWORD);
        TestRelay.addAccount(folder, "guessed@example.com", PASSWORD);
        TestRelay.addAccount(folder, "careful@example.com", PASSWORD);
        relay = TestRelay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    // ------------------------------------------------------------------------- logging in

    @Test
    void aTokenIsGoodUntilOneLogsOut() {
        JsonNode login = TestRelay.json(logIn("Ada@Example.com", PASSWORD));
        String token = login.get("token").asText();

        assertThat(login.at("/user/email").asText()).isEqualTo("ada@example.com");
        assertThat(login.get("expiresAt").asLong()).isGreaterThan(System.currentTimeMillis());
        assertThat(relay.get(SESSIONS, token).statusCode()).isEqualTo(200);
        assertThat(relay.send("POST", "/api/v1/logout", token, null).statusCode()).isEqualTo(204);
        assertThat(relay.get(SESSIONS, token).statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordAreTheSame() {
        HttpResponse<String> unknown = logIn("nobody@example.com", PASSWORD);
        HttpResponse<String> wrong = logIn("ada@example.com", "wrong");

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void whoGuessesIsLockedOutWithTheRightPasswordToo() {
        for (int i = 0; i < 10; i++) {
            assertThat(logIn("guessed@example.com", "guess " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = logIn("guessed@example.com", PASSWORD);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 900);
        assertThat(code(locked)).isEqualTo("rate_limited");
    }

    @Test
    void aSecondStepIsTurnedOnUsedAndTurnedOff() {
        String email = "careful@example.com";
        String token = TestRelay.json(logIn(email, PASSWORD)).get("token").asText();
        assertThat(code(post("/totp/off", token, "{'password':'x','otp':'x'}")))
                .isEqualTo("totp_off");
        assertThat(code(post("/totp", token, "{'password':'wrong'}"))).isEqualTo("unauthorized");
        JsonNode begun = TestRelay.json(post("/totp", token, withPassword("")));
        String secret = begun.get("secret").asText();
        assertThat(begun.get("uri").asText())
                .isEqualTo(
                        "otpauth://totp/Tandem:careful%40example.com?secret="
                                + secret
                                + "&issuer=Tandem");
        assertThat(account(token).get("totp").asBoolean()).isFalse();
        assertThat(code(post("/totp/confirm", token, "{'otp':'12'}"))).isEqualTo("otp_invalid");

        String confirm = "{'otp':'%s'}".formatted(Authenticator.code(secret, 0));
        JsonNode recovery = TestRelay.json(post("/totp/confirm", token, confirm));
        assertThat(recovery.get("recoveryCodes")).hasSize(10);
        assertThat(account(token).get("totp").asBoolean()).isTrue();
        assertThat(account(token).get("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(code(post("/totp", token, withPassword("")))).isEqualTo("totp_on");

        HttpResponse<String> asked = logIn(email, PASSWORD);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(code(asked)).isEqualTo("otp_required");
        assertThat(code(logIn(email, "wrong"))).isEqualTo("unauthorized");
        assertThat(code(logIn(email, PASSWORD + "\",\"otp\":\"123"))).isEqualTo("otp_invalid");
        String next = Authenticator.code(secret, 1);
        assertThat(logIn(email, PASSWORD + "\",\"otp\":\"" + next).statusCode()).isEqualTo(200);

        String off =
                withPassword(",'otp':'%s'".formatted(recovery.at("/recoveryCodes/0").asText()));
        assertThat(code(post("/totp/off", token, off.replace(PASSWORD, "wrong"))))
                .isEqualTo("unauthorized");
        assertThat(post("/totp/off", token, off).statusCode()).isEqualTo(204);
        assertThat(logIn(email, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(account(token).get("recoveryCodesLeft").asInt()).isZero();
    }

    private static String withPassword(String more) {
        return "{'password':'%s'%s}".formatted(PASSWORD, more);
    }

    private static HttpResponse<String> post(String path, String token, String json) {
        return relay.send("POST", "/api/v1/account" + path, token, json.replace('\'', '"'));
    }

    private static JsonNode account(String token) {
        return TestRelay.json(relay.get("/api/v1/account", token));
    }

    // --------------------------------------------------------------------- making sessions

    @Test
    void aNewSessionComesWithItsKeys() {
        HttpResponse<String> created =
                relay.send(
                        "POST",
                        SESSIONS,
                        token(),
                        "{\"title\":\"Backend\",\"language\":\"go\",\"code\":\"a\\r\\nb\"}");
        JsonNode session = TestRelay.json(created);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(session.get("status").asText()).isEqualTo("waiting");
        assertThat(session.at("/invites/candidate/code").asText())
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(session.at("/invites/spectator/link").asText())
                .startsWith("tandem://127.0.0.1:" + relay.address().getPort() + "/");
        JsonNode stored =
                TestRelay.json(
                        relay.get(
                                SESSIONS + "/" + session.get("id").asText(),
                                session.get("hostToken").asText()));
        assertThat(stored.at("/documents/0/text").asText()).isEqualTo("a\nb");
        assertThat(stored.at("/language").asText()).isEqualTo("go");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no                                          | 400 | bad_message
                    []                                          | 400 | bad_message
                    {}                                          | 400 | bad_message
                    {"title":"T","language":"No Such"}          | 400 | bad_message
                    {"title":"T","code":"\\ud800"}              | 400 | bad_message
                    """)
    void aSessionHasToBeDescribed(String body, int status, String code) {
        HttpResponse<String> answer = relay.send("POST", SESSIONS, token(), body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void aBodyIsJsonOfASize() {
        HttpRequest form =
                HttpRequest.newBuilder(relay.address().resolve(SESSIONS))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("title=T"))
                        .build();
        String large = "{\"title\":\"T\",\"code\":\"" + "x".repeat(1 << 20) + "\"}";
        String long_ = "{\"title\":\"T\",\"code\":\"" + "x".repeat(600_000) + "\"}";

        assertThat(relay.send(form).statusCode()).isEqualTo(415);
        assertThat(relay.send("POST", SESSIONS, null, large).statusCode()).isEqualTo(413);
        assertThat(code(relay.send("POST", SESSIONS, null, long_))).isEqualTo("document_too_large");
    }

    // -------------------------------------------------------------------------- whose it is

    @Test
    void aHostTokenOpensItsOwnSessionOnly() {
        CreatedSession mine = relay.createSession();
        CreatedSession other = relay.createSession();

        assertThat(relay.get(path(mine), mine.hostToken()).statusCode()).isEqualTo(200);
        assertThat(relay.get(path(other), mine.hostToken()).statusCode()).isEqualTo(404);
        assertThat(relay.get(path(mine), token()).statusCode()).isEqualTo(404);
        assertThat(relay.get(path(mine), null).statusCode()).isEqualTo(401);
        assertThat(relay.get(path(mine), "dead").statusCode()).isEqualTo(401);
        assertThat(relay.get(SESSIONS, mine.hostToken()).statusCode()).isEqualTo(401);
        assertThat(relay.send("POST", SESSIONS, "dead", "{\"title\":\"T\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void onesSessionsAreListedByWhatOneAsks() {
        String token = token();
        relay.send("POST", SESSIONS, token, "{\"title\":\"Über alles\",\"tags\":[\"findable\"]}");

        assertThat(titles(token, "?tag=findable&status=waiting")).containsExactly("Über alles");
        assertThat(titles(token, "?query=%C3%BCBER")).containsExactly("Über alles");
        assertThat(titles(token, "?tag=other")).isEmpty();
        assertThat(relay.get(SESSIONS + "?status=odd", token).statusCode()).isEqualTo(400);
        assertThat(relay.get(SESSIONS + "?limit=0", token).statusCode()).isEqualTo(400);
        assertThat(relay.get(SESSIONS + "?cursor=odd", token).statusCode()).isEqualTo(400);
    }

    // ------------------------------------------------------------------------- changing it

    @Test
    void theRoomSeesWhatIsDoneFromOutside() {
        CreatedSession session = relay.createSession();
        try (TestClient ada = relay.connect()) {
            JsonNode you = ada.joinAsHost(session.hostToken(), "Ada").get("you");
            HttpResponse<String> started = patch(session, "{\"action\":\"start\"}");

            JsonNode event = ada.await("session_started");
            assertThat(event.get("by")).isEqualTo(you.get("participantId"));
            assertThat(event.has("id")).isFalse();
            JsonNode details = TestRelay.json(started);
            assertThat(details.get("status").asText()).isEqualTo("active");
            assertThat(details.at("/participants/0/name").asText()).isEqualTo("Ada");
            assertThat(code(patch(session, "{\"action\":\"start\"}"))).isEqualTo("not_active");
            assertThat(patch(session, "{\"action\":\"end\"}").statusCode()).isEqualTo(200);
            assertThat(ada.await("session_ended").at("/payload/reason").asText())
                    .isEqualTo("ended_by_interviewer");
            HttpResponse<String> again = patch(session, "{\"action\":\"end\"}");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(code(again)).isEqualTo("session_ended");
        }
    }

    @Test
    void factsAreCorrected() {
        CreatedSession session = relay.createSession();
        JsonNode corrected =
                TestRelay.json(
                        patch(
                                session,
                                "{\"title\":\"New\",\"tags\":[\"a\"],\"plannedMinutes\":30}"));

        assertThat(corrected.get("title").asText()).isEqualTo("New");
        assertThat(corrected.get("tags").toString()).isEqualTo("[\"a\"]");
        assertThat(corrected.get("plannedMinutes").asInt()).isEqualTo(30);
        assertThat(patch(session, "{\"action\":\"start\",\"title\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(patch(session, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyWhatHasEndedIsErased() {
        CreatedSession session = relay.createSession();
        try (TestClient reader = relay.connect()) {
            reader.joinAsHost(session.hostToken(), "Ada");
            HttpResponse<String> tooEarly =
                    relay.send("DELETE", path(session), session.hostToken(), null);
            assertThat(tooEarly.statusCode()).isEqualTo(409);
            assertThat(code(tooEarly)).isEqualTo("not_ended");
            patch(session, "{\"action\":\"end\"}");

            assertThat(relay.send("DELETE", path(session), session.hostToken(), null).statusCode())
                    .isEqualTo(204);
            assertThat(reader.closeCode()).isEqualTo(4403);
            assertThat(relay.get(path(session), session.hostToken()).statusCode()).isEqualTo(401);
        }
    }

    // ------------------------------------------------------------------------------ invites

    @Test
    void furtherInvitesLetPeopleInUntilTheyExpire() {
        CreatedSession session = relay.createSession();
        long before = System.currentTimeMillis();
        HttpResponse<String> made = invite(session, "{'role':'spectator','expiresInMs':3600000}");
        JsonNode invite = TestRelay.json(made);
        JsonNode brief = TestRelay.json(invite(session, "{'role':'candidate','expiresInMs':1}"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(invite.get("role").asText()).isEqualTo("spectator");
        assertThat(invite.get("link").asText()).endsWith("/" + invite.get("code").asText());
        assertThat(invite.get("expiresAt").asLong())
                .isBetween(before + 3_600_000, System.currentTimeMillis() + 3_600_000);
        try (TestClient eve = relay.connect();
                TestClient late = relay.connect()) {
            assertThat(eve.join(invite.get("code").asText(), "Eve").at("/you/role").asText())
                    .isEqualTo("spectator");
            Eventually.until(
                    "the other expires",
                    () -> System.currentTimeMillis() > brief.get("expiresAt").asLong());
            late.say(
                    "join_room",
                    "{'code':'%s','name':'Late'}".formatted(brief.get("code").asText()));
            assertThat(late.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'role':'owner'}",
                "{'role':'candidate','expiresInMs':0}",
                "{'role':'candidate','expiresInMs':9223372036854775807}",
                "{'role':'candidate','expiresInMs':'soon'}"
            })
    void anInviteHasToBeDescribed(String body) {
        HttpResponse<String> answer = invite(relay.createSession(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("bad_message");
    }

    @Test
    void onlyTheSessionsOwnInvitesAreTakenBack() {
        CreatedSession mine = relay.createSession();
        CreatedSession other = relay.createSession();
        String code = "/invites/" + other.invite(Role.CANDIDATE).code().format();

        assertThat(relay.send("DELETE", path(mine) + code, mine.hostToken(), null).statusCode())
                .isEqualTo(404);
        assertThat(relay.send("DELETE", path(other) + code, mine.hostToken(), null).statusCode())
                .isEqualTo(404);
        assertThat(
                        relay.send("DELETE", path(mine) + "/invites/what", mine.hostToken(), null)
                                .statusCode())
                .isEqualTo(404);
        try (TestClient bob = relay.connect()) {
            bob.join(other.invite(Role.CANDIDATE).code().format(), "Bob");
        }
    }

    @Test
    void theInvitesThatAreGoodAreListedAndTakenBackByTheirIds() {
        CreatedSession session = relay.createSession();
        invite(session, "{'role':'candidate','expiresInMs':1}");
        InviteCode code =
                InviteCode.parse(
                                TestRelay.json(
                                                invite(
                                                        session,
                                                        "{'role':'spectator','expiresInMs':3600000}"))
                                        .get("code")
                                        .asText())
                        .orElseThrow();
        Eventually.until("the first expires", () -> invites(session).size() == 4);

        HttpResponse<String> listed = relay.get(path(session) + "/invites", session.hostToken());
        assertThat(listed.body()).doesNotContain(code.format()).doesNotContain(code.value());
        JsonNode soonest = invites(session).get(0);
        assertThat(soonest.get("role").asText()).isEqualTo("spectator");
        assertThat(soonest.get("id").asText()).isEqualTo(InviteId.of(code).value());
        assertThat(soonest.get("expiresAt").asLong()).isGreaterThan(System.currentTimeMillis());

        String path = path(session) + "/invites/" + InviteId.of(code);
        assertThat(relay.send("DELETE", path, session.hostToken(), null).statusCode())
                .isEqualTo(204);
        assertThat(invites(session)).hasSize(3).doesNotContain(soonest);
        try (TestClient eve = relay.connect()) {
            eve.say("join_room", "{'code':'%s','name':'Eve'}".formatted(code.format()));
            assertThat(eve.closeCode()).isEqualTo(4403);
        }
    }

    private static JsonNode invites(CreatedSession session) {
        return TestRelay.json(relay.get(path(session) + "/invites", session.hostToken()))
                .get("items");
    }

    private static HttpResponse<String> invite(CreatedSession session, String body) {
        return relay.send(
                "POST", path(session) + "/invites", session.hostToken(), body.replace('\'', '"'));
    }

    // ------------------------------------------------------------------------------ the log

    @Test
    void theLogIsReadInStretches() {
        CreatedSession session = relay.createSession();
        try (TestClient ada = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            ada.command("code_update", "{'doc':'main','revision':0,'operation':['abc']}");
            ada.command("code_update", "{'doc':'main','revision':1,'operation':[1,-2]}");
            ada.answer(2);
        }
        JsonNode first = events(session, "?limit=2");
        JsonNode rest = events(session, "?after=2&limit=3");

        assertThat(first.get("items").findValuesAsText("type"))
                .containsExactly("session_created", "document_opened");
        assertThat(first.get("nextAfter").asLong()).isEqualTo(2);
        assertThat(rest.get("items").findValuesAsText("type"))
                .containsExactly("peer_joined", "code_update", "code_update");
        assertThat(rest.at("/items/2/payload/deleted").toString()).isEqualTo("[\"bc\"]");
        assertThat(rest.at("/items/2/id").asLong()).isEqualTo(2);
        assertThat(events(session, "?after=100000").get("nextAfter").isNull()).isTrue();
        assertThat(relay.get(path(session) + "/events?after=-1", session.hostToken()).statusCode())
                .isEqualTo(400);
    }

    // ------------------------------------------------------------------------------- metrics

    @Test
    void itIsMeasured() {
        double events = metric("tandem_events_total");
        double commits = metric("tandem_commit_seconds_count");
        double refused = metric("tandem_joins_refused_total");
        CreatedSession session = relay.createSession();
        try (TestClient ada = relay.connect();
                TestClient eve = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            ada.command("chat_message", "{'text':'measured'}");
            ada.await("ack");
            eve.say("join_room", "{'code':'0000-0000-0000','name':'Eve'}");
            eve.closeCode();

            assertThat(metric("tandem_rooms")).isPositive();
            assertThat(metric("tandem_connections")).isPositive();
            assertThat(metric("tandem_events_total")).isGreaterThanOrEqualTo(events + 2);
            assertThat(metric("tandem_commit_seconds_count")).isGreaterThan(commits);
            assertThat(metric("tandem_fanout_seconds_count")).isPositive();
            assertThat(metric("tandem_joins_refused_total")).isEqualTo(refused + 1);
            for (String name :
                    new String[] {
                        "tandem_divergences_total",
                        "tandem_outbox_drops_total",
                        "tandem_logins_refused_total",
                        "process_uptime_seconds"
                    }) {
                assertThat(metric(name)).as(name).isNotNegative();
            }
        }
        assertThat(relay.get("/metrics", null).body()).doesNotContain("measured");
    }

    @Test
    void whoComesByWayOfAProxyIsShownNoMetrics() {
        HttpResponse<String> answer =
                relay.send(
                        HttpRequest.newBuilder(relay.address().resolve("/metrics"))
                                .header("X-Forwarded-For", "127.0.0.1")
                                .build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("forbidden");
    }

    private static double metric(String name) {
        HttpResponse<String> answer = relay.get("/metrics", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    // -------------------------------------------------------------------------------- health

    @Test
    void itSaysHowItIs() {
        for (String path : new String[] {"/health/live", "/health/ready"}) {
            HttpResponse<String> health = relay.get(path, null);

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(TestRelay.json(health).get("database").asText()).isEqualTo("up");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /api/v1/sessions/x/export, 401",
        "POST, /api/v1/sessions/x/invites, 401",
        "PUT, /api/v1/sessions, 405",
        "GET, /api/v1/login, 405",
        "GET, /api/v1/sessions/%00, 401"
    })
    void whatIsNotThereIsNotPretended(String method, String path, int status) {
        HttpResponse<String> answer = relay.send(method, path, null, null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestRelay.json(answer).get("status").asInt()).isEqualTo(status);
    }

    private static HttpResponse<String> logIn(String email, String password) {
        return relay.send(
                "POST",
                "/api/v1/login",
                null,
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static String token() {
        return TestRelay.json(logIn("ada@example.com", PASSWORD)).get("token").asText();
    }

    private static String code(HttpResponse<String> problem) {
        return TestRelay.json(problem).get("code").asText();
    }

    private static String path(CreatedSession session) {
        return SESSIONS + "/" + session.id();
    }

    private static HttpResponse<String> patch(CreatedSession session, String body) {
        return relay.send("PATCH", path(session), session.hostToken(), body);
    }

    private static JsonNode events(CreatedSession session, String query) {
        return TestRelay.json(relay.get(path(session) + "/events" + query, session.hostToken()));
    }

    private static Iterable<String> titles(String token, String query) {
        return TestRelay.json(relay.get(SESSIONS + query, token))
                .get("items")
                .findValuesAsText("title");
    }
}
