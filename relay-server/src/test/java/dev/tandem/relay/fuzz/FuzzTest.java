package dev.tandem.relay.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.relay.RelayProcess;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import dev.tandem.relay.connection.RawClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong messages, frames, calls and files by seed, to a relay with little memory, while two people
/// write in a room of their own: it stays up, answers, logs no stack trace, and the two lose
/// nothing.
///
/// `-Dtandem.fuzz=5000000` sends so many in place of 100,000, half of them by each seed.
class FuzzTest {
    private static final int COUNT = Integer.getInteger("tandem.fuzz", 100_000) / 2;
    private static final int BATCH = 500;
    private static final String HEAP = "-Xmx128m";
    private static final String ROOM = "/api/v1/room";
    private static final String LEAVE =
            "{\"type\":\"leave_room\",\"id\":9000000000000000,\"payload\":{}}";
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "right horse";

    private static final List<String> COMMANDS =
            List.of(
                    "code_update {'doc':'main','revision':0,'operation':['hello ',3,-2]}",
                    "code_update {'doc':'main','revision':1,'operation':[1,'x'],'undoOf':[1]}",
                    "cursor {'doc':'main','revision':0,'selections':[[0,0],[1,2]]}",
                    "chat_message {'text':'hello'}",
                    "typing {'on':true}",
                    "set_language {'doc':'main','language':'go'}",
                    "set_permissions {'participantId':'x','canEdit':true,'canRun':false}",
                    "remove_participant {'participantId':'x'}",
                    "open_document {'doc':'more','name':'More','language':'go','text':'a\\nb'}",
                    "close_document {'doc':'more'}",
                    "start_session {}",
                    "diverged {'doc':'main','revision':0,'hash':'0123456789abcdef'}",
                    "join_room {'hostToken':'x','name':'Eve'}",
                    "ping {'t':1}",
                    "run_code {'doc':'main','stdin':'x','tests':true}",
                    "run_input {'runId':'x','text':'x','eof':true}",
                    "stop_run {'runId':'x'}",
                    "submit_code {'doc':'main','questionId':'x'}",
                    "set_tests {'doc':'main','tests':[{'name':'T','stdin':'1','expected':'2','hidden':true}]}",
                    "note_fact {'kind':'pasted_from_outside','doc':'main','length':100}",
                    "note_fact {'kind':'window_away','durationMs':2000}");

    /// After these there is little more to say: each ends a batch.
    private static final List<String> LAST_WORDS =
            List.of(
                    "leave_room {}",
                    "leave_room {}",
                    "leave_room {}",
                    "end_session {}",
                    "chat_message {'text':'hello'}");

    @TempDir private static Path folder;
    private static RelayProcess relay;
    private Fuzz fuzz;
    private RandomGenerator random;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(1);
    }

    @BeforeAll
    static void start() throws IOException {
        TestRelay.addAccount(folder.resolve("data"), EMAIL, PASSWORD);
        relay =
                RelayProcess.serve(
                        folder.resolve("relay.log"),
                        List.of(
                                HEAP,
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:TieredStopAtLevel=4"), // it has enough to do
                        folder.resolve("data"),
                        0,
                        "--config",
                        config().toString());
    }

    /// What would send the fuzzer away for being one is off, and passwords cost little.
    private static Path config() throws IOException {
        return Files.writeString(
                folder.resolve("relay.yaml"),
                """
                access:
                  password-time: 1ms
                limits:
                  participants-per-room: 500
                  bad-messages-per-minute: 100000
                  failed-joins: 1000000
                  failed-logins-per-account: 1000000
                  failed-logins-per-address: 1000000
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(relay.stop()).as("exit code").isZero();
        assertThat(Files.readString(folder.resolve("relay.log")))
                .doesNotContain("\tat ", "OutOfMemory", "Exception in");
    }

    @Test
    void everyCommandIsAmongThem() {
        List<String> types =
                Stream.of(COMMANDS, LAST_WORDS)
                        .flatMap(List::stream)
                        .map(command -> command.split(" ")[0])
                        .toList();
        assertThat(types).containsAll(types(Intent.class));
    }

    /// Without what is no message of its own: a wrong operation, and what comes by HTTP alone.
    private static List<String> types(Class<?> intents) {
        if (List.of(Intent.MalformedCodeUpdate.class, Intent.UpdateSession.class)
                .contains(intents)) {
            return List.of();
        }
        return intents.isSealed()
                ? Stream.of(intents.getPermittedSubclasses())
                        .flatMap(part -> types(part).stream())
                        .toList()
                : List.of(
                        intents.getSimpleName()
                                .replaceAll("(?<=.)(?=[A-Z])", "_")
                                .toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingWrongBringsItDown(long seed) throws Exception {
        random = Seeds.random(seed);
        fuzz = new Fuzz(random);
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
                WritingPair pair =
                        new WritingPair(address(), createSession().get("hostToken").asText());
                HttpClient http = HttpClient.newHttpClient();
                WrongCalls calls = new WrongCalls(address(), Seeds.random(seed + 1), logIn())) {
            int part = COUNT / 50;
            Future<?> called =
                    beside.submit(() -> {
                        calls.make(part);
                        return null;
                    });
            messages(http, COUNT - 2 * part);
            frames(part);
            called.get();
            pair.stop();
        }
        assertThat(send("GET", "/health/live", "").statusCode()).isEqualTo(200);
    }

    private static URI address() {
        return relay.address();
    }

    /// To rooms in which someone is who hears everything; each has an end sooner or later.
    private void messages(HttpClient http, int count) throws Exception {
        int sent = 0;
        while (sent < count) {
            JsonNode session = createSession();
            WebSocket listener = listen(http, session);
            for (int batch = 0; batch < 10 && sent < count; batch++) {
                sent += batch(session);
            }
            listener.abort();
        }
    }

    private static WebSocket listen(HttpClient http, JsonNode session) {
        WebSocket listener =
                http.newWebSocketBuilder()
                        .subprotocols("tandem.v1")
                        .buildAsync(
                                URI.create("ws" + address().toString().substring(4) + ROOM),
                                new WebSocket.Listener() {})
                        .join();
        listener.sendText(host(session), true).join();
        return listener;
    }

    /// A batch of wrong messages by one connection, and how many they were.
    private int batch(JsonNode session) throws Exception {
        try (RawClient client = connect()) {
            client.sendText(random.nextBoolean() ? host(session) : candidate(session));
            assertThat(client.await(RawClient.TEXT).text()).contains("room_state");
            Thread reader = Thread.ofVirtual().start(() -> readAway(client));
            int sent = 0;
            while (sent < BATCH - 1 && send(client, fuzz.wrongText(command(COMMANDS, sent + 1)))) {
                sent++;
            }
            send(client, fuzz.wrong(command(LAST_WORDS, BATCH)));
            send(client, LEAVE.getBytes(UTF_8));
            send(client, RawClient.CLOSE, new byte[] {3, (byte) 0xe8});
            reader.join();
            return sent + 1;
        }
    }

    private static boolean send(RawClient client, byte[] text) {
        return send(client, RawClient.TEXT, text);
    }

    private static boolean send(RawClient client, int opcode, byte[] payload) {
        try {
            client.send(opcode, payload);
            return true;
        } catch (IOException e) {
            return false; // it is closed for what came before
        }
    }

    private static void readAway(RawClient client) {
        try {
            client.awaitEnd();
        } catch (IOException e) {
            throw new IllegalStateException("the relay does not close it", e);
        }
    }

    private String command(List<String> commands, long id) {
        String[] words = commands.get(random.nextInt(commands.size())).split(" ", 2);
        return "{\"type\":\"%s\",\"id\":%d,\"payload\":%s}"
                .formatted(words[0], id, words[1].replace('\'', '"'));
    }

    /// Frames that are wrong by themselves, and first messages; each closes its connection, or is
    /// not the last.
    private void frames(int count) throws Exception {
        JsonNode session = createSession();
        for (int i = 0; i < count; i++) {
            try (RawClient client = connect()) {
                if (random.nextInt(10) == 0) {
                    client.sendText(host(session));
                }
                byte[] payload = fuzz.noise(random.nextInt(300));
                switch (random.nextInt(5)) {
                    case 0 -> client.write(payload);
                    case 1 -> client.frame(random.nextInt(256), payload, payload.length);
                    case 2 -> client.frame(0x81, payload, random.nextLong());
                    case 3 -> client.send(RawClient.TEXT, fuzz.wrong(candidate(session)));
                    default -> client.frame(0x01, payload, payload.length);
                }
            } catch (IOException e) {
                // hung up on, which is an answer too
            }
        }
    }

    private static RawClient connect() throws IOException {
        RawClient client = new RawClient(address());
        assertThat(client.handshake(ROOM)).isEqualTo(101);
        return client;
    }

    private static String host(JsonNode session) {
        return "{\"type\":\"join_room\",\"payload\":{\"hostToken\":\"%s\",\"name\":\"Eve\"}}"
                .formatted(session.get("hostToken").asText());
    }

    private static String candidate(JsonNode session) {
        return "{\"type\":\"join_room\",\"payload\":{\"code\":\"%s\",\"name\":\"Eve\"}}"
                .formatted(session.at("/invites/candidate/code").asText());
    }

    private static JsonNode createSession() throws Exception {
        String body = "{\"title\":\"Fuzzed\",\"facts\":true}";
        return TestClient.json(send("POST", "/api/v1/sessions", body).body());
    }

    private static String logIn() throws Exception {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD);
        return TestClient.json(send("POST", "/api/v1/login", body).body()).get("token").asText();
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address().resolve(path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
