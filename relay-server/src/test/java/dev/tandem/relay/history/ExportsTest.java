package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

    @BeforeEach
    void interview() throws Exception {
        relay = TestRelay.start(folder);
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

    @Test
    void machinesGetEveryEventOnItsLine() {
        HttpResponse<String> answer = export("?format=json");
        List<JsonNode> lines = answer.body().lines().map(TestClient::json).toList();
        JsonNode events =
                TestRelay.json(
                                relay.get(
                                        "/api/v1/sessions/%s/events"
                                                .formatted(session.id().value()),
                                        session.hostToken()))
                        .get("items");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/x-ndjson");
        assertThat(lines.getFirst().get("type").asText()).isEqualTo("tandem_session");
        assertThat(lines.getFirst().at("/session/title").asText())
                .isEqualTo("Backend: first *talk*");
        assertThat(lines.subList(1, lines.size())).containsExactlyElementsOf(events);
        assertThat(lines.toString()).contains("\"deleted\":[\"`\"]");
        assertThat(export("").body()).isEqualTo(answer.body());
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
                        "?format=json&private=true", "private");
        fields.forEach((query, field) -> {
            HttpResponse<String> answer = export(query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(TestRelay.json(answer).get("field").asText()).isEqualTo(field);
        });
    }
}
