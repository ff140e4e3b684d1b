package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.relay.connection.RawClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A relay as a process is told to end while its rooms are full. That it ends by itself, with exit
/// code 0, says that it was closed in order within 4.5 seconds.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is not asked to end")
class GoingDownTest {
    private static final int ROOMS = 4;
    private static final int PASTED = 200_000;
    private static final int PASTES = 25;

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Seated> people = new ArrayList<>();

    private record Seated(TestClient client, CreatedSession session, String resumeToken) {
        long say(String text) {
            client.command("chat_message", "{'text':'%s'}".formatted(text));
            return client.await("ack").get("seq").asLong();
        }
    }

    @AfterEach
    void close() {
        people.forEach(person -> person.client().close());
        http.close();
    }

    private RelayProcess serve(int port) throws Exception {
        return RelayProcess.serve(folder.resolve("log"), List.of(), folder.resolve("d"), port);
    }

    private CreatedSession create(URI relay) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(relay.resolve("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        ApiCodec.write(new CreateSession("Test", "java"))))
                        .build();
        return ApiCodec.readCreatedSession(http.send(request, BodyHandlers.ofString()).body());
    }

    private void seat(URI relay, CreatedSession session, Role role) {
        TestClient client = TestClient.connect(relay, http);
        JsonNode state =
                role == Role.INTERVIEWER
                        ? client.joinAsHost(session.hostToken(), "Ada")
                        : client.join(session.invite(role).code().format(), "Bob");
        people.add(new Seated(client, session, state.at("/you/resumeToken").asText()));
    }

    /// More than the network keeps waits for someone who does not read.
    private static void flood(TestClient ada) {
        String paste = "x".repeat(PASTED);
        for (int revision = 0; revision < PASTES; revision++) {
            String deletion = revision == 0 ? "" : ",-" + PASTED;
            ada.answer(
                    ada.command(
                            "code_update",
                            "{'doc':'main','revision':%d,'operation':['%s'%s]}"
                                    .formatted(revision, paste, deletion)));
        }
    }

    @Test
    void everyoneIsToldAndWhatTheySaidIsThereAfterwards() throws Exception {
        List<Long> said = new ArrayList<>();
        int port;
        try (RelayProcess relay = serve(0);
                RawClient deaf = new RawClient(relay.address())) {
            port = relay.address().getPort();
            for (int room = 0; room < ROOMS; room++) {
                CreatedSession session = create(relay.address());
                seat(relay.address(), session, Role.INTERVIEWER);
                seat(relay.address(), session, Role.CANDIDATE);
            }
            assertThat(deaf.handshake("/api/v1/room")).isEqualTo(101);
            deaf.sendText(
                    "{\"type\":\"join_room\",\"payload\":{\"hostToken\":\"%s\",\"name\":\"Eve\"}}"
                            .formatted(people.getFirst().session().hostToken()));
            flood(people.getFirst().client());
            for (Seated person : people) {
                said.add(person.say("said last"));
            }
            long begun = System.nanoTime();
            assertThat(relay.stop()).isZero();
            System.out.printf("gone after %,d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
        assertThat(people)
                .allSatisfy(person -> assertThat(person.client().closeCode()).isEqualTo(1001));
        try (RelayProcess relay = serve(port)) {
            for (int i = 0; i < people.size(); i++) {
                try (TestClient back = TestClient.connect(relay.address())) {
                    JsonNode events =
                            back.resume(people.get(i).resumeToken(), said.get(i) - 1).get("events");
                    assertThat(events.get(0).get("seq").asLong()).isEqualTo(said.get(i));
                    assertThat(events.get(0).at("/payload/text").asText()).isEqualTo("said last");
                }
            }
        }
    }
}
