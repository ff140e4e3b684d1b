package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Past interviews on a real relay, looked for with the key of its own computer.
class SearchTest {
    private static final String SESSIONS = "/api/v1/sessions";

    @TempDir private static Path folder;
    private static TestRelay relay;
    private static CreatedSession talk;
    private static CreatedSession waiting;

    @BeforeAll
    static void interview() throws Exception {
        relay = TestRelay.start(folder);
        talk = relay.createSession(new CreateSession("First talk", "python"));
        waiting = relay.createSession(new CreateSession("Later", "java"));
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(talk.hostToken(), "Ada");
            bob.join(talk.invite(Role.CANDIDATE).code().format(), "Bob");
            ada.answer(ada.command("start_session", "{}"));
            bob.await("session_started");
            bob.answer(bob.command("code_update", code(0, "['def Draft(): pass']")));
            bob.answer(bob.command("submit_code", "{'doc':'main'}"));
            bob.answer(bob.command("code_update", code(1, "[4,'gone ',13]")));
            bob.answer(bob.command("code_update", code(2, "[4,'Final',-10,8]")));
            ada.answer(ada.command("chat_message", "{'text':'Is that O(n²)?'}"));
            ada.answer(
                    ada.command(
                            "open_document",
                            "{'doc':'notes','name':'Notes','language':'markdown',"
                                    + "'text':'A heap'}"));
            ada.answer(ada.command("close_document", "{'doc':'notes'}"));
            ada.answer(ada.command("end_session", "{}"));
        }
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    private static String code(int revision, String operation) {
        return "{'doc':'main','revision':%d,'operation':%s}".formatted(revision, operation);
    }

    private static HttpResponse<String> list(String query) {
        return relay.get(SESSIONS + query, relay.localKey());
    }

    private static List<String> ids(String parameter, String value) {
        String query = "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return TestRelay.json(list(query)).at("/items").findValuesAsText("id");
    }

    @Test
    void whatWasSaidAndWhatBecameOfTheCodeIsFoundAsSoonAsItIsOver() {
        for (String text :
                List.of("o(N²)", "def final", "FINAL(): PASS", "draft(): pass", "a HEAP")) {
            assertThat(ids("text", text)).as(text).containsExactly(talk.id().value());
            assertThat(ids("any", text)).as(text).containsExactly(talk.id().value());
        }
        assertThat(ids("text", "gone")).isEmpty(); // it stood there for less than a minute
        assertThat(ids("text", "First talk")).isEmpty();
        assertThat(ids("any", "first TALK")).containsExactly(talk.id().value());
        assertThat(ids("any", "bob")).containsExactly(talk.id().value());
        assertThat(ids("language", "java")).containsExactly(waiting.id().value());
        assertThat(ids("sort", "oldest")).containsExactly(talk.id().value(), waiting.id().value());
    }

    @Test
    void whatIsOverHasASize() {
        JsonNode size = TestRelay.json(list("?status=ended")).at("/items/0/size");
        assertThat(size.get("runs").asInt()).isZero();
        assertThat(size.get("submissions").asInt()).isEqualTo(1);
        assertThat(size.get("events").asInt()).isEqualTo(13);
        assertThat(size.get("bytes").asInt()).isBetween(500, 2_000);
        JsonNode one = TestRelay.json(list("/" + talk.id().value()));
        assertThat(one.get("size")).isEqualTo(size);
        assertThat(TestRelay.json(list("?status=waiting")).at("/items/0/size").isMissingNode())
                .isTrue();
    }

    @Test
    void whatMeansNothingIsSaid() {
        for (String odd : List.of("sort=odd", "role=odd", "from=odd", "to=-1", "cursor=odd")) {
            HttpResponse<String> answer = list("?" + odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(400);
            assertThat(answer.body()).contains(odd.substring(0, odd.indexOf('=')));
        }
    }

    @Test
    void theKeyIsGoodOnThisComputerOnlyAndNothingStandsInForIt() {
        assertThat(list("/" + talk.id().value() + "/events").statusCode()).isEqualTo(200);
        assertThat(relay.get(SESSIONS, null).statusCode()).isEqualTo(401);
        assertThat(relay.get(SESSIONS, relay.localKey() + "x").statusCode()).isEqualTo(401);
        HttpRequest passedOn =
                HttpRequest.newBuilder(relay.address().resolve(SESSIONS))
                        .header("Authorization", "Bearer " + relay.localKey())
                        .header("X-Forwarded-For", "203.0.113.7")
                        .build();
        assertThat(relay.send(passedOn).statusCode()).isEqualTo(401);
    }

    @Test
    void theKeyOpensNothingOfAnAccount() throws Exception {
        Path other = folder.resolve("other");
        TestRelay.addAccount(other, "ada@example.org", "correct horse");
        try (TestRelay withAccounts = TestRelay.start(other)) {
            String body = "{\"email\":\"ada@example.org\",\"password\":\"correct horse\"}";
            String token =
                    TestRelay.json(withAccounts.send("POST", "/api/v1/login", null, body))
                            .get("token")
                            .asText();
            String id =
                    TestRelay.json(
                                    withAccounts.send(
                                            "POST", SESSIONS, token, "{\"title\":\"Hers\"}"))
                            .get("id")
                            .asText();
            String key = withAccounts.localKey();
            assertThat(withAccounts.get(SESSIONS + "/" + id, key).statusCode()).isEqualTo(404);
            assertThat(TestRelay.json(withAccounts.get(SESSIONS, key)).get("items")).isEmpty();
        }
    }
}
