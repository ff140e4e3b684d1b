package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Who may call what: every call of the HTTP API, made by everyone who could make it. The relay is
/// one with accounts, and open to nobody else.
class CallRightsTest {
    private static final String PASSWORD = "correct horse battery";

    /// The status that each caller gets. `owner` is the account that made the session, `other`
    /// another account, `host` the session's host token, `stranger` the host token of another
    /// session, `guest` a candidate in the room with their resume token, `code` an invite code,
    /// `aide` an invited interviewer in the room with their resume token.
    private static final String TABLE =
            """
            call                                                            | nobody dead owner other host stranger guest code aide
            GET /health/live                                                | 200    200  200   200   200  200      200   200   200
            GET /health/ready                                               | 200    200  200   200   200  200      200   200   200
            POST /api/v1/login {'email':'EMAIL','password':'PASSWORD'}      | 200    200  200   200   200  200      200   200   200
            POST /api/v1/login {'email':'EMAIL','password':'wrong'}         | 401    401  401   401   401  401      401   401   401
            POST /api/v1/logout                                             | 401    401  204   204   401  401      401   401   401
            GET /api/v1/account                                             | 401    401  200   200   401  401      401   401   401
            POST /api/v1/account/totp {'password':'PASSWORD'}               | 401    401  200   200   401  401      401   401   401
            POST /api/v1/account/totp {'password':'wrong'}                  | 401    401  401   401   401  401      401   401   401
            POST /api/v1/account/totp/confirm {'otp':'0'}                   | 401    401  401   401   401  401      401   401   401
            POST /api/v1/account/totp/off {'password':'PASSWORD','otp':'0'} | 401    401  409   409   401  401      401   401   401
            POST /api/v1/sessions {'title':'T'}                             | 401    401  201   201   401  401      401   401   401
            POST /api/v1/sessions/import {'x':1}                            | 401    401  415   415   401  401      401   401   401
            GET /api/v1/sessions                                            | 401    401  200   200   401  401      401   401   401
            GET /api/v1/sessions/ID                                         | 401    401  200   404   200  404      401   401   401
            GET /api/v1/sessions/ID/events                                  | 401    401  200   404   200  404      401   401   401
            GET /api/v1/sessions/ID/export                                  | 401    401  200   404   200  404      401   401   401
            PATCH /api/v1/sessions/ID {'title':'T'}                         | 401    401  200   404   200  404      401   401   401
            PATCH /api/v1/sessions/ID {'action':'start'}                    | 401    401  200   404   200  404      401   401   401
            PATCH /api/v1/sessions/ID {'action':'end'}                      | 401    401  200   404   200  404      401   401   401
            POST /api/v1/sessions/ID/invites {'role':'spectator'}           | 401    401  201   404   201  404      401   401   401
            GET /api/v1/sessions/ID/invites                                 | 401    401  200   404   200  404      401   401   401
            DELETE /api/v1/sessions/ID/invites/CODE                         | 401    401  204   404   204  404      401   401   401
            GET /api/v1/sessions/ID/feedback                                | 401    401  200   404   200  404      401   401   200
            PUT /api/v1/sessions/ID/feedback {'text':'T'}                   | 401    401  200   404   200  404      401   401   200
            PUT /api/v1/sessions/ID/feedback {'text':'T','version':1}       | 401    401  409   404   409  404      401   401   409
            POST /api/v1/invite {'code':'CODE'}                             | 200    200  200   200   200  200      200   200   200
            POST /api/v1/invite {'code':'K7QF-9M2P-XN4D'}                   | 401    401  401   401   401  401      401   401   401
            DELETE /api/v1/sessions/ID                                      | 401    401  409   404   409  404      401   401   401
            GET /api/v1/sessions/none                                       | 401    401  404   404   404  404      401   401   401
            DELETE /api/v1/sessions                                         | 405    405  405   405   405  405      405   405   405
            GET /api/v1/none                                                | 404    404  404   404   404  404      404   404   404
            """;

    @TempDir static Path folder;
    private static TestRelay relay;
    private static String ownerToken;
    private static String otherToken;

    @BeforeAll
    static void start() throws Exception {
        TestRelay.addAccount(folder, "owner@example.com", PASSWORD);
        TestRelay.addAccount(folder, "other@example.com", PASSWORD);
        TestRelay.addAccount(folder, "EMAIL@example.com", PASSWORD);
        relay =
                TestRelay.start(
                        folder,
                        // The table holds more wrong passwords than are good for an account.
                        options ->
                                options.openHost(false)
                                        .set("limits.failed-logins-per-account", "100")
                                        .set("limits.failed-logins-per-address", "100"));
        ownerToken = logIn("owner@example.com");
        otherToken = logIn("other@example.com");
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    /// One cell of the table.
    private record Cell(String call, String caller, int status) {
        String method() {
            return call.substring(0, call.indexOf(' '));
        }

        String path() {
            return call.split(" ")[1];
        }

        boolean endsLogIn() {
            return path().endsWith("/logout");
        }

        String body() {
            int at = call.indexOf('{');
            return at < 0 ? null : call.substring(at).replace('\'', '"');
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCallByEveryCaller() {
        return cells().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
    }

    private static List<Cell> cells() {
        List<String> lines = TABLE.lines().toList();
        String[] callers = columns(lines.getFirst());
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] statuses = columns(line);
            String call = line.substring(0, line.indexOf('|')).strip();
            for (int i = 0; i < callers.length; i++) {
                cells.add(new Cell(call, callers[i], Integer.parseInt(statuses[i])));
            }
        }
        return cells;
    }

    private static String[] columns(String line) {
        return line.substring(line.indexOf('|') + 1).strip().split(" +");
    }

    private static void check(Cell cell) {
        JsonNode session = createSession(ownerToken);
        String code = session.at("/invites/candidate/code").asText();
        String aideCode = session.at("/invites/interviewer/code").asText();
        try (TestClient guest = relay.connect()) {
            String token =
                    switch (cell.caller()) {
                        case "nobody" -> null;
                        case "owner" -> cell.endsLogIn() ? logIn("owner@example.com") : ownerToken;
                        case "other" -> cell.endsLogIn() ? logIn("other@example.com") : otherToken;
                        case "host" -> session.get("hostToken").asText();
                        case "stranger" -> createSession(ownerToken).get("hostToken").asText();
                        case "guest" -> guest.join(code, "Bob").at("/you/resumeToken").asText();
                        case "aide" -> guest.join(aideCode, "Eve").at("/you/resumeToken").asText();
                        case "code" -> code;
                        default -> "dead";
                    };
            HttpResponse<String> answer =
                    relay.send(
                            cell.method(),
                            cell.path()
                                    .replace("ID", session.get("id").asText())
                                    .replace("CODE", code),
                            token,
                            cell.body() == null
                                    ? null
                                    : cell.body()
                                            .replace("CODE", code)
                                            .replace("EMAIL", "email@example.com")
                                            .replace("PASSWORD", PASSWORD));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(cell.status());
            if (cell.status() >= 400) {
                assertThat(TestRelay.json(answer).get("code").asText()).isNotBlank();
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
            }
        }
    }

    private static String logIn(String email) {
        return TestRelay.json(
                        relay.send(
                                "POST",
                                "/api/v1/login",
                                null,
                                "{\"email\":\"%s\",\"password\":\"%s\"}"
                                        .formatted(email, PASSWORD)))
                .get("token")
                .asText();
    }

    private static JsonNode createSession(String token) {
        return TestRelay.json(
                relay.send("POST", "/api/v1/sessions", token, "{\"title\":\"Test\"}"));
    }
}
