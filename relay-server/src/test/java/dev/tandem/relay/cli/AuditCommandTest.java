package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import dev.tandem.relay.sessionlog.AuditEntry;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.Deed;
import dev.tandem.relay.sessionlog.Doer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final String LOGIN = "{\"email\":\"ada@example.org\",\"password\":\"%s\"}";

    @TempDir private Path folder;

    private CommandLineRun audit(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    /// What was done by whom, each as `deed doer`.
    private List<String> deeds(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        CommandLineRun run = audit(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run.out()
                .lines()
                .map(TestClient::json)
                .map(line ->
                        "%s %s %s"
                                .formatted(
                                        line.get("what").asText(),
                                        line.at("/who/kind").asText(),
                                        line.at("/who/name").asText("-")))
                .toList();
    }

    private TestRelay start() throws RelayStartFailure {
        return TestRelay.start(folder, options -> options.openHost(false));
    }

    private static String logIn(TestRelay relay, String password) {
        return TestRelay.json(relay.send("POST", "/api/v1/login", null, LOGIN.formatted(password)))
                .path("token")
                .asText();
    }

    @Test
    void tellsTheLifeOfASessionWhileTheRelayRunsAndAfterwards() throws Exception {
        TestRelay.addAccount(folder, "ada@example.org", "right horse");
        String id;
        try (TestRelay relay = start()) {
            logIn(relay, "wrong horse");
            String token = logIn(relay, "right horse");
            JsonNode made =
                    TestRelay.json(
                            relay.send(
                                    "POST", "/api/v1/sessions", token, "{\"title\":\"Secret\"}"));
            id = made.get("id").asText();
            String path = "/api/v1/sessions/" + id;
            relay.get(path, token);
            relay.get(path + "/events", made.get("hostToken").asText());
            String code = made.at("/invites/candidate/code").asText();
            try (TestClient ada = relay.connect();
                    TestClient bob = relay.connect()) {
                ada.joinAsHost(made.get("hostToken").asText(), "Ada");
                ada.answer(ada.command("start_session", "{}"));
                relay.send("PATCH", path, token, "{\"action\":\"end\"}");
                bob.join(code, "Bob");
            }
            relay.send("DELETE", path + "/invites/" + code, token, null);
            String owner = " account ada@example.org";
            Eventually.until("all of it is told", () -> deeds("--session", id).size() == 7);
            assertThat(deeds("--session", id))
                    .containsExactly(
                            "session_created" + owner,
                            "session_read" + owner,
                            "log_read host -",
                            "session_started participant Ada (interviewer)",
                            "session_ended participant Ada (interviewer)",
                            "ended_session_joined participant Bob (candidate)",
                            "invite_revoked" + owner);
            assertThat(deeds("--limit", "4", "--since", "1h").getFirst())
                    .isEqualTo("session_started participant Ada (interviewer)");
            assertThat(relay.send("DELETE", path, token, null).statusCode()).isEqualTo(204);
        }
        List<String> deeds = deeds();
        assertThat(deeds.subList(0, 3))
                .containsExactly(
                        "account_created operator -",
                        "login_refused stranger -",
                        "logged_in account ada@example.org");
        assertThat(deeds)
                .contains("ended_session_joined participant -")
                .last()
                .isEqualTo("session_deleted account ada@example.org");
        CommandLineRun text = audit();
        assertThat(text.out()).doesNotContain("Bob").doesNotContain("Secret");
        assertThat(text.out().lines().toList().getLast())
                .matches("[-0-9]+T[0-9:.]+Z\tsession_deleted\taccount ada@example.org\t.*\t-")
                .contains(id);
        assertThat(text.out()).contains("\taccount_created\toperator\t-\tada@example.org");
    }

    @Test
    void tellsWhatTheOperatorDid() throws Exception {
        TestRelay.addAccount(folder, "ada@example.org", "secret");
        Path file = folder.resolve("ada.json");
        String data = folder.toString();
        CommandLineRun.of(
                "person",
                "export",
                "--email",
                "ada@example.org",
                "--to",
                file.toString(),
                "--data",
                data);
        CommandLineRun.of("backup", folder.resolve("b.zip").toString(), "--data", data);
        CommandLineRun.withInput(
                "other\n",
                "user",
                "passwd",
                "--email",
                "ada@example.org",
                "--password-stdin",
                "--data",
                data);
        CommandLineRun.of("user", "remove", "--email", "ada@example.org", "--data", data);

        assertThat(deeds())
                .containsExactly(
                        "account_created operator -",
                        "person_exported operator -",
                        "backup_written operator -",
                        "password_changed operator -",
                        "account_removed operator -");
        assertThat(audit().out()).doesNotContain("ada@example.org");
    }

    /// The relay looks when it starts.
    @Test
    void aYearIsRememberedUnlessTheRelayIsTold() throws Exception {
        long now = System.currentTimeMillis();
        try (Database database = Database.open(folder)) {
            for (long days : List.of(366, 364, 2)) {
                long at = now - Duration.ofDays(days).toMillis();
                database.audit()
                        .add(List.of(new AuditEntry(at, Deed.LOG_READ, Doer.HOST, null, null)));
            }
        }
        try (TestRelay _ = start()) {
            Eventually.until("the oldest is dropped", () -> deeds().size() == 2);
        }
        try (TestRelay _ =
                TestRelay.start(folder, options -> options.set("storage.keep-audit", "3d"))) {
            Eventually.until("the older is dropped", () -> deeds().size() == 1);
        }
        assertThat(deeds("--since", "3d")).hasSize(1);
    }

    @Test
    void namesWhatItCannotUse() {
        assertThat(audit("--limit", "0").err()).contains("--limit");
        assertThat(audit("--since", "yesterday").err()).contains("--since").contains("7d");
        assertThat(audit("--since", "2030-01-31").err()).contains("There is nothing stored");
        assertThat(audit("--session", "").exitCode()).isEqualTo(2);
    }
}
