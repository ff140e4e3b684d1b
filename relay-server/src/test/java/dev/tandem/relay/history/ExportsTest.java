package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An interview on a real relay, and what is handed on of it.
class ExportsTest {
    @TempDir Path folder;
    private TestRelay relay;
    private CreatedSession session;
    private String hostTokenOfOpen;

    @BeforeEach
    void interview() throws Exception {
        relay = TestRelay.start(folder.resolve("first"));
        session = relay.createSession(new CreateSession("Backend: first *talk*", "python"));
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob_2");
            ada.answer(ada.command("start_session", "{}"));
            bob.await("session_started");
            bob.answer(code(bob, 0, "['print(`hi`)\\n']"));
            bob.answer(code(bob, 1, "[6,-1,5]"));
            ada.answer(ada.command("chat_message", "{'text':'Why _this_?\\nSay more.'}"));
            bob.answer(bob.command("submit_code", "{'doc':'main'}"));
            ada.answer(ada.command("end_session", "{}"));
        }
        Eventually.until(
                "both have left",
                () -> Collections.frequency(events().findValuesAsText("reason"), "lost") == 2);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    private static long code(TestClient client, int revision, String operation) {
        return client.command(
                "code_update",
                "{'doc':'main','revision':%d,'operation':%s}".formatted(revision, operation));
    }

    private HttpResponse<String> export(String query) {
        return relay.get(
                "/api/v1/sessions/%s/export%s".formatted(session.id().value(), query),
                session.hostToken());
    }

    private JsonNode events() {
        return TestRelay.json(
                        relay.get(
                                "/api/v1/sessions/%s/events".formatted(session.id().value()),
                                session.hostToken()))
                .get("items");
    }

    @Test
    void machinesGetEveryEventOnItsLine() {
        HttpResponse<String> answer = export("?format=json");
        List<JsonNode> lines = answer.body().lines().map(TestClient::json).toList();
        JsonNode events = events();

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/x-ndjson");
        assertThat(lines.getFirst().get("type").asText()).isEqualTo("tandem_session");
        assertThat(lines.getFirst().at("/session/title").asText())
                .isEqualTo("Backend: first *talk*");
        assertThat(lines.subList(1, lines.size()).stream().map(ExportsTest::withoutHash))
                .containsExactlyElementsOf(events);
        assertThat(lines.toString()).contains("\"deleted\":[\"`\"]");
        assertThat(export("").body()).isEqualTo(answer.body());
    }

    private static JsonNode withoutHash(JsonNode line) {
        ObjectNode event = line.deepCopy();
        assertThat(event.remove("hash").asText()).hasSize(64);
        return event;
    }

    @Test
    void whatMachinesGetProvesItself() throws Exception {
        byte[] json = bytes("json");
        assertThat(SessionFile.check(json, null)).isInstanceOf(Unchanged.class);
        assertThat(SessionFile.read(bytes("tandem")).events())
                .isEqualTo(SessionFile.read(json).events());
        String changed = new String(json, UTF_8).replace("Say more.", "Say less.");
        assertThat(SessionFile.check(changed.getBytes(UTF_8), null)).isInstanceOf(Changed.class);
    }

    private byte[] bytes(String format) {
        return relay.getBytes(
                "/api/v1/sessions/%s/export?format=%s".formatted(session.id().value(), format),
                session.hostToken());
    }

    @Test
    void anotherRelayTakesItIn() throws Exception {
        byte[] file = bytes("tandem");
        try (TestRelay other = TestRelay.start(folder.resolve("other"))) {
            HttpResponse<String> answer = other.sendFile(file);
            assertThat(answer.statusCode()).isEqualTo(201);
            JsonNode taken = TestRelay.json(answer);
            assertThat(taken.get("id").asText()).isEqualTo(session.id().value());

            String path = "/api/v1/sessions/" + session.id();
            String token = taken.get("hostToken").asText();
            assertThat(other.get(path + "/events", token).body())
                    .isEqualTo(relay.get(path + "/events", session.hostToken()).body());
            JsonNode summary = TestRelay.json(other.get(path, token));
            assertThat(summary.get("status").asText()).isEqualTo("ended");
            assertThat(summary.get("participants")).hasSize(2);
            byte[] again = other.getBytes(path + "/export?format=tandem", token);
            assertThat(SessionFile.check(again, null))
                    .isEqualTo(SessionFile.check(file, null)); // as its first relay signed it
            assertProblem(other.sendFile(file), 409, "session_exists");
        }
    }

    @Test
    void whatDoesNotFitIsNotTakenIn() {
        String path = "/api/v1/sessions/" + session.id();
        byte[] file = bytes("json");
        byte[] changed = new String(file, UTF_8).replace("_this_", "_that_").getBytes(UTF_8);
        byte[] open = relay.getBytes(openSession() + "/export", hostTokenOfOpen);
        try (TestRelay other = TestRelay.start(folder.resolve("other"))) {
            assertProblem(other.sendFile(changed), 400, "bad_file");
            assertThat(other.sendFile(changed).body()).contains("not as its relay wrote it");
            assertProblem(other.sendFile("{}".getBytes(UTF_8)), 400, "bad_file");
            assertProblem(other.sendFile(open), 400, "bad_file");
            assertThat(other.sendFile(open).body()).contains("has not ended");
            assertProblem(
                    other.send("POST", "/api/v1/sessions/import", null, "{}"),
                    415,
                    "unsupported_media_type");
            assertThat(other.get(path, session.hostToken()).statusCode()).isEqualTo(401);
        } catch (RelayStartFailure e) {
            throw new AssertionError(e);
        }
    }

    private String openSession() {
        CreatedSession open = relay.createSession();
        hostTokenOfOpen = open.hostToken();
        return "/api/v1/sessions/" + open.id();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestRelay.json(answer).get("code").asText()).isEqualTo(code);
    }

    @Test
    void peopleGetAReport() {
        HttpResponse<String> answer = export("?format=md");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/markdown");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches(
                        "attachment; filename\\*=UTF-8''tandem-20..-..-..-backend-first-talk\\.md");
        assertThat(answer.body())
                .startsWith("# Backend: first \\*talk\\*\n")
                .contains("- **People:** Ada (interviewer), Bob\\_2 (candidate)\n")
                .contains(", ended by interviewer\n")
                .contains("\n## Code\n")
                .contains("```python\nprint(hi`)\n```\n")
                .contains("\n## Handed in\n\n### Bob\\_2, 0:00:0")
                .contains(":** Why \\_this\\_?  \n  Say more\\.\n");
    }

    @Test
    void browsersGetAPageAndNamesCanBeReplaced() {
        HttpResponse<String> answer = export("?format=html&names=replaced&private=false");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .endsWith("first-talk.html");
        assertThat(answer.body()).startsWith("<!doctype html>");
        assertThat(export("?format=md&names=replaced").body())
                .contains("- **People:** Interviewer (interviewer), Candidate (candidate)\n")
                .contains("### Candidate, 0:00:0")
                .doesNotContain("Ada", "Bob");
    }

    @Test
    void whatCannotBeChosenIsSaid() {
        Map<String, String> fields =
                Map.of(
                        "?format=pdf", "format",
                        "?format=md&private=yes", "private",
                        "?format=html&names=none", "names",
                        "?names=replaced", "names",
                        "?format=json&private=yes", "private");
        fields.forEach((query, field) -> {
            HttpResponse<String> answer = export(query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(TestRelay.json(answer).get("field").asText()).isEqualTo(field);
        });
    }
}
