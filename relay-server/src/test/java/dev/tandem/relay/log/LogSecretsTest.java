package dev.tandem.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.relay.RelayProcess;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole interview through a relay that logs as much as it can, with much that goes wrong: its
/// log says where things happened, and nothing that anyone wrote.
class LogSecretsTest {
    private static final String EMAIL = "ada.lovelace@example.org";
    private static final String PASSWORD = "hunter2-of-the-account";
    private static final String ROOM_PASSWORD = "hunter2-of-the-room";
    private static final String WRONG = "hunter3-is-wrong";
    private static final String TITLE = "Zebra-of-a-title";
    private static final String SOURCE = "quagga-of-the-source";
    private static final String TYPED = "okapi-is-typed";
    private static final String TYPED_IN = "impala-is-typed-in";
    private static final String CHAT = "gnu-of-the-chat";
    private static final String NAME = "Bongo-the-candidate";
    private static final String NONSENSE = "kudu-is-nonsense";
    private static final String GUESSED = "7777-8888-9999";

    @TempDir private Path folder;

    private final List<String> secrets =
            new ArrayList<>(
                    List.of(
                            EMAIL,
                            PASSWORD,
                            ROOM_PASSWORD,
                            WRONG,
                            TITLE,
                            SOURCE,
                            TYPED,
                            TYPED_IN,
                            CHAT,
                            NAME,
                            NONSENSE,
                            GUESSED,
                            GUESSED.replace("-", "")));

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void saysNothingThatAnyoneWrote(String format) throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("relay.log");
        Path config =
                Files.writeString(
                        folder.resolve("relay.yaml"),
                        "log: {level: trace, format: %s}\nmetrics: {token: %s}\n"
                                .formatted(format, secret("metrics-token-of-the-relay")));
        TestRelay.addAccount(data, EMAIL, PASSWORD);
        String session;
        try (RelayProcess relay =
                        RelayProcess.serve(log, List.of(), data, 0, "--config", config.toString());
                HttpClient http = HttpClient.newHttpClient()) {
            session = interview(relay.address(), http);
            nonsense(relay.address(), http);
            assertThat(relay.stop()).isZero();
        }
        List<String> lines = Files.readAllLines(log);

        assertThat(lines).allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
        List<Map<String, String>> contexts =
                format.equals("json")
                        ? lines.stream().map(LogSecretsTest::context).toList()
                        : lines.stream()
                                .filter(LogSecretsTest::begins)
                                .map(LogSecretsTest::contextOfText)
                                .toList();
        assertThat(contexts)
                .contains(Map.of("session", session))
                .contains(Map.of("session", session, "connection", "2"))
                .contains(Map.of("connection", "3"))
                .contains(Map.of());
        assertThat(lines).anyMatch(line -> line.contains("Refused"));
    }

    private String secret(String value) {
        secrets.add(value);
        return value;
    }

    private String interview(URI relay, HttpClient http) throws Exception {
        send(http, relay, "POST", "/login", null, "{'email':'%s','password':'%s'}", EMAIL, WRONG);
        send(http, relay, "POST", "/login", null, "{'email':'%s','password':'x'}", NONSENSE);
        JsonNode login =
                send(
                        http,
                        relay,
                        "POST",
                        "/login",
                        null,
                        "{'email':'%s','password':'%s'}",
                        EMAIL,
                        PASSWORD);
        String token = secret(login.get("token").asText());
        JsonNode made =
                send(
                        http,
                        relay,
                        "POST",
                        "/sessions",
                        token,
                        "{'title':'%s','code':'%s','password':'%s','tags':['%s']}",
                        TITLE,
                        SOURCE,
                        ROOM_PASSWORD,
                        TITLE);
        String host = secret(made.get("hostToken").asText());
        String code = secret(made.at("/invites/candidate/code").asText());
        secret(code.replace("-", ""));
        try (TestClient ada = TestClient.connect(relay);
                TestClient bob = TestClient.connect(relay);
                TestClient eve = TestClient.connect(relay)) {
            secret(ada.joinAsHost(host, NAME).at("/you/resumeToken").asText());
            eve.say(
                    "join_room",
                    "{'code':'%s','name':'%s','password':'%s'}".formatted(code, NAME, WRONG));
            assertThat(eve.closeCode()).isEqualTo(4401);
            bob.say(
                    "join_room",
                    "{'code':'%s','name':'%s','password':'%s'}"
                            .formatted(code, NAME, ROOM_PASSWORD));
            secret(bob.await("room_state").at("/payload/you/resumeToken").asText());
            ada.answer(ada.command("start_session", "{}"));
            ada.answer(ada.command("chat_message", "{'text':'%s'}".formatted(CHAT)));
            String edit = "{'doc':'main','revision':%d,'operation':['%s',%d]}";
            ada.answer(ada.command("code_update", edit.formatted(0, TYPED, SOURCE.length())));
            bob.answer(bob.command("code_update", edit.formatted(9, TYPED, 1)));
            run(ada);
            bob.answer(bob.command("end_session", "{}"));
            bob.answer(bob.command(NONSENSE, "{'text':'%s'}".formatted(NONSENSE)));
            bob.say("diverged", "{'doc':'main','revision':1,'hash':'0123456789abcdef'}");
            bob.send("{\"type\":\"chat_message\",\"id\":\"" + NONSENSE);
            bob.sendBinary(NONSENSE.getBytes(StandardCharsets.UTF_8));
            bob.answer(bob.command("chat_message", "{'text':7,'%s':1}".formatted(NONSENSE)));
            ada.answer(ada.command("end_session", "{}"));
        }
        String path = "/sessions/" + made.get("id").asText();
        send(http, relay, "GET", path, token, null);
        send(http, relay, "GET", path + "/events?after=" + NONSENSE, token, null);
        send(http, relay, "GET", path + "/events", host, null);
        send(http, relay, "DELETE", path + "/invites/" + code, token, null);
        send(http, relay, "DELETE", path + "/invites/" + GUESSED, token, null);
        send(http, relay, "DELETE", path, token, null);
        return made.get("id").asText();
    }

    /// A program with mistakes, where the machine lets programs run.
    private static void run(TestClient ada) {
        ada.answer(ada.command("set_language", "{'doc':'main','language':'python'}"));
        String run = "{'doc':'main','stdin':'%s'}".formatted(TYPED_IN);
        if (ada.answer(ada.command("run_code", run)).get("type").asText().equals("ack")) {
            ada.await("run_finished");
        }
    }

    /// What no client of ours does.
    private void nonsense(URI relay, HttpClient http) throws Exception {
        send(http, relay, "GET", "/sessions/" + GUESSED, WRONG, null);
        send(http, relay, "GET", "/" + NONSENSE + "?" + NONSENSE, NONSENSE, null);
        send(http, relay, "POST", "/login", null, "{'password':'%s'", PASSWORD);
        raw(relay, "GET /api/v1/room?" + NONSENSE + " HTTP/1.1\r\nHost: " + NONSENSE + "\r\n\r\n");
        raw(
                relay,
                "POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + NONSENSE
                        + "\r\n\r\n");
        raw(relay, NONSENSE + " " + NONSENSE + " " + NONSENSE + "\r\n" + NONSENSE + "\r\n\r\n");
    }

    private static JsonNode send(
            HttpClient http,
            URI relay,
            String method,
            String path,
            String token,
            String json,
            Object... values)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(relay.resolve("/api/v1" + path))
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(
                                                json.replace('\'', '"').formatted(values)))
                        .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String body = http.send(request.build(), BodyHandlers.ofString()).body();
        return body.isEmpty() ? null : TestClient.json(body);
    }

    private static void raw(URI relay, String request) throws IOException {
        try (Socket socket = new Socket(relay.getHost(), relay.getPort());
                OutputStream out = socket.getOutputStream()) {
            socket.setSoTimeout(60_000);
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static Map<String, String> context(String line) {
        JsonNode json = TestClient.json(line);
        assertThat(json.path("timestamp").isNumber()).as(line).isTrue();
        assertThat(json.path("level").asText()).as(line).isNotEmpty();
        assertThat(json.path("formattedMessage").asText()).as(line).isNotEmpty();
        Map<String, String> context = new HashMap<>();
        json.path("mdc")
                .fields()
                .forEachRemaining(e -> context.put(e.getKey(), e.getValue().asText()));
        return context;
    }

    /// The stack trace of an exception, which libraries tell of at this level, takes lines more.
    private static boolean begins(String line) {
        return !line.startsWith("\t")
                && !line.matches("(Caused by: )?[a-z]+(\\.\\w+)*\\.\\w+(Exception|Error)\\b.*");
    }

    private static Map<String, String> contextOfText(String line) {
        Matcher found =
                Pattern.compile(
                                "\\S+T\\S+ (?:ERROR|WARN|INFO|DEBUG|TRACE) +\\w+(?: \\[([^]]*)])? - .+")
                        .matcher(line);
        assertThat(found.matches()).as(line).isTrue();
        Map<String, String> context = new HashMap<>();
        if (found.group(1) != null) {
            for (String part : found.group(1).split(", ")) {
                context.put(part.split("=")[0], part.split("=")[1]);
            }
        }
        return context;
    }
}
