package dev.tandem.relay.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.relay.RelayProcess;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.connection.RawClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong messages, frames and bodies by seed, to a relay with little memory, while two people write
/// in a room of their own: it stays up, answers, logs no stack trace, and the two lose nothing.
///
/// `-Dtandem.fuzz=5000000` sends so many in place of 100,000, half of them by each seed.
class FuzzTest {
    private static final int COUNT = Integer.getInteger("tandem.fuzz", 100_000) / 2;
    private static final int BATCH = 500;
    private static final String HEAP = "-Xmx128m";

    private static final String LEAVE =
            "{\"type\":\"leave_room\",\"id\":9000000000000000,\"payload\":{}}";

    private static final List<String> COMMANDS =
            List.of(
                    "code_update {'doc':'main','revision':0,'operation':['hello ',3,-2]}",
                    "code_update {'doc':'main','revision':1,'operation':[1,'x']}",
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
                    "run_code {'doc':'main','stdin':'x'}");

    private static final List<String> BODIES =
            List.of(
                    "POST /api/v1/login {'email':'a@example.com','password':'','otp':'1'}",
                    "POST /api/v1/account/totp {'password':''}",
                    "POST /api/v1/sessions {'title':'T','language':'go','code':'x','plannedMinutes':60,'tags':['a'],'password':'p'}",
                    "PATCH /api/v1/sessions/ID {'title':'T','tags':['a','b'],'plannedMinutes':30}",
                    "POST /api/v1/sessions/ID/invites {'role':'spectator','expiresInMs':1000}");

    @TempDir private Path folder;
    private URI address;
    private Fuzz fuzz;
    private RandomGenerator random;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingWrongBringsItDown(long seed) throws Exception {
        random = Seeds.random(seed);
        fuzz = new Fuzz(random);
        Path log = folder.resolve("relay.log");
        try (RelayProcess relay = start(log)) {
            address = relay.address();
            JsonNode normal = createSession();
            try (WritingPair pair = new WritingPair(address, normal.get("hostToken").asText())) {
                fuzz(createSession());
                pair.stop();
            }
            assertThat(relay.stop()).as("exit code").isZero();
        }
        assertThat(Files.readString(log)).doesNotContain("\tat ", "OutOfMemory", "Exception in");
    }

    private RelayProcess start(Path log) throws IOException {
        return RelayProcess.serve(
                log,
                List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"),
                folder.resolve("data"),
                0,
                "--config",
                config().toString());
    }

    /// What would send the fuzzer away for being one is off.
    private Path config() throws IOException {
        return Files.writeString(
                folder.resolve("relay.yaml"),
                """
                limits:
                  participants-per-room: 500
                  bad-messages-per-minute: 100000
                  failed-joins: 1000000
                  failed-logins-per-account: 1000000
                  failed-logins-per-address: 1000000
                """);
    }

    private void fuzz(JsonNode session) throws Exception {
        int half = COUNT / 2;
        int messages = 0;
        while (messages < half) {
            messages += messages(session);
        }
        frames(session, COUNT / 50);
        try (HttpClient http = HttpClient.newHttpClient()) {
            bodies(http, session, COUNT / 50);
        }
        while (messages < COUNT - COUNT / 50 - COUNT / 50) {
            messages += messages(session);
        }
    }

    /// A batch of wrong messages by one connection, and how many they were.
    private int messages(JsonNode session) throws Exception {
        try (RawClient client = join(session)) {
            Thread reader = Thread.ofVirtual().start(() -> readAway(client));
            int sent = 0;
            while (sent < BATCH && send(client, RawClient.TEXT, fuzz.wrong(command(sent + 1)))) {
                sent++;
            }
            send(client, RawClient.TEXT, LEAVE.getBytes(UTF_8));
            send(client, RawClient.CLOSE, new byte[] {3, (byte) 0xe8});
            reader.join();
            return Math.max(1, sent);
        }
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

    private String command(int id) {
        String[] words = COMMANDS.get(random.nextInt(COMMANDS.size())).split(" ", 2);
        return "{\"type\":\"%s\",\"id\":%d,\"payload\":%s}"
                .formatted(words[0], id, words[1].replace('\'', '"'));
    }

    /// Frames that are wrong by themselves; each closes its connection, or is not the last.
    private void frames(JsonNode session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            try (RawClient client = random.nextInt(10) == 0 ? join(session) : connect()) {
                byte[] payload = fuzz.noise(random.nextInt(300));
                switch (random.nextInt(4)) {
                    case 0 -> client.write(payload);
                    case 1 -> client.frame(random.nextInt(256), payload, payload.length);
                    case 2 -> client.frame(0x81, payload, random.nextLong());
                    default -> client.frame(0x01, payload, payload.length);
                }
            } catch (IOException e) {
                // hung up on, which is an answer too
            }
        }
        assertThat(isLive()).isTrue();
    }

    private void bodies(HttpClient http, JsonNode session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String[] call = BODIES.get(random.nextInt(BODIES.size())).split(" ", 3);
            String path = call[1].replace("ID", session.get("id").asText());
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address.resolve(path))
                            .method(
                                    call[0],
                                    BodyPublishers.ofByteArray(
                                            fuzz.wrong(call[2].replace('\'', '"'))))
                            .header("Content-Type", "application/json");
            if (path.contains(session.get("id").asText())) {
                request.header("Authorization", "Bearer " + session.get("hostToken").asText());
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
        }
    }

    private RawClient connect() throws IOException {
        RawClient client = new RawClient(address);
        assertThat(client.handshake("/api/v1/room")).isEqualTo(101);
        return client;
    }

    private RawClient join(JsonNode session) throws IOException {
        RawClient client = connect();
        client.sendText(
                "{\"type\":\"join_room\",\"payload\":{\"hostToken\":\"%s\",\"name\":\"Eve\"}}"
                        .formatted(session.get("hostToken").asText()));
        assertThat(client.await(RawClient.TEXT).text()).contains("room_state");
        return client;
    }

    private JsonNode createSession() throws Exception {
        return TestClient.json(send("POST", "/api/v1/sessions", "{\"title\":\"Fuzzed\"}").body());
    }

    private boolean isLive() throws Exception {
        return send("GET", "/health/live", "").statusCode() == 200;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
