package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonCommandTest {
    @TempDir private Path folder;

    private CommandLineRun person(String... arguments) {
        List<String> all = new ArrayList<>(List.of("person"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    /// Bob comes twice, and talks with Ada.
    private List<CreatedSession> meet() throws Exception {
        List<CreatedSession> sessions = new ArrayList<>();
        try (TestRelay relay = TestRelay.start(folder)) {
            for (String title : List.of("First talk", "Second talk")) {
                CreatedSession session = relay.createSession(new CreateSession(title, "java"));
                sessions.add(session);
                try (TestClient ada = relay.connect();
                        TestClient bob = relay.connect()) {
                    ada.joinAsHost(session.hostToken(), "Ada");
                    bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
                    bob.answer(bob.command("chat_message", "{'text':'I am Bob'}"));
                    ada.answer(ada.command("chat_message", "{'text':'I am Ada'}"));
                }
            }
        }
        return sessions;
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aCandidateIsFoundByNameAndHasWhatTheyDid() throws Exception {
        List<CreatedSession> sessions = meet();
        assertThat(person("list", "--name", "bob").out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(sessions.getFirst().id() + "\tcandidate\t")
                .endsWith("\tFirst talk");

        CommandLineRun all = person("export", "--name", "BOB");
        assertThat(all.exitCode()).isZero();
        assertThat(all.out()).contains("I am Bob").doesNotContain("Ada");
        assertThat(json(all.out()).get("sessions")).hasSize(2);
        assertThat(json(all.out()).get("account").isNull()).isTrue();

        String id = sessions.getLast().id().value();
        JsonNode one = json(person("export", "--name", "Bob", "--session", id).out());
        assertThat(one.get("sessions")).hasSize(1);
        assertThat(one.at("/sessions/0/title").asText()).isEqualTo("Second talk");
        assertThat(one.at("/sessions/0/events/0/type").asText()).isEqualTo("peer_joined");
        assertThat(one.at("/sessions/0/events/0/by"))
                .isEqualTo(one.at("/sessions/0/participantIds/0"));
    }

    @Test
    void anInterviewerIsFoundByAccount() throws Exception {
        TestRelay.addAccount(folder, "ada@example.org", "secret");
        String token;
        try (TestRelay relay = TestRelay.start(folder, options -> options.openHost(false))) {
            token =
                    TestRelay.json(
                                    relay.send(
                                            "POST",
                                            "/api/v1/login",
                                            null,
                                            "{\"email\":\"ada@example.org\",\"password\":\"secret\"}"))
                            .get("token")
                            .asText();
            JsonNode session =
                    TestRelay.json(
                            relay.send("POST", "/api/v1/sessions", token, "{\"title\":\"Mine\"}"));
            try (TestClient ada = relay.connect()) {
                ada.joinAsHost(session.get("hostToken").asText(), "Ada at work");
                ada.answer(ada.command("chat_message", "{'text':'hello'}"));
            }
        }
        Path file = folder.resolve("ada.json");
        CommandLineRun run =
                person("export", "--email", "Ada@example.org", "--to", file.toString());
        assertThat(run.err()).isEmpty();
        JsonNode export = json(Files.readString(file));
        assertThat(export.at("/account/email").asText()).isEqualTo("ada@example.org");
        assertThat(export.at("/sessions/0/title").asText()).isEqualTo("Mine");
        assertThat(export.at("/sessions/0/owned").asBoolean()).isTrue();
        assertThat(export.at("/sessions/0/events").toString()).contains("hello");
        assertThat(export.toString()).doesNotContain("secret").doesNotContain(token);
        assertThat(person("export", "--email", "ada@example.org", "--to", file.toString()).err())
                .contains("already");
    }

    @Test
    void saysWhoIsNotKnownAndWhatIsMissing() throws Exception {
        assertThat(person("list", "--name", "Bob").err()).contains("There is nothing stored");
        meet();
        assertThat(person("export", "--name", "Eve").exitCode()).isEqualTo(1);
        assertThat(person("export", "--email", "eve@example.org").err()).contains("no account");
        assertThat(person("export").exitCode()).isEqualTo(2);
        assertThat(person().exitCode()).isEqualTo(2);
    }
}
