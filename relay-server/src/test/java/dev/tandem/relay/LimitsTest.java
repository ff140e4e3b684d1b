package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.relay.connection.RawClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is too much, and who may connect, is what the configuration says.
class LimitsTest {
    private static final int MIB = 1 << 20;

    @TempDir private static Path folder;
    private static TestRelay relay;

    @BeforeAll
    static void start() throws RelayStartFailure {
        relay =
                TestRelay.start(
                        folder,
                        options ->
                                options.set("limits.message", "2MiB")
                                        .set("limits.bad-messages-per-minute", "3")
                                        .set("limits.failed-logins-per-address", "2")
                                        .set("limits.chat-message-burst", "2")
                                        .set("limits.chat-messages-per-second", "1")
                                        .set("limits.passing-messages-per-second", "5")
                                        .set("access.allowed-origins", "https://tandem.example"));
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    private static TestClient joined() {
        TestClient client = relay.connect();
        client.joinAsHost(relay.createSession().hostToken(), "Ada");
        return client;
    }

    private static String chat(int length) {
        return "{'text':'" + "x".repeat(length) + "'}";
    }

    @Test
    void aMessage() {
        try (TestClient client = joined()) {
            client.command("chat_message", chat(MIB + MIB / 2));
            JsonNode error = client.await("error");
            assertThat(error.at("/payload/field").asText()).isEqualTo("text");

            client.command("chat_message", chat(2 * MIB));
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void theBodyOfARequest() {
        assertThat(createWithTitle(MIB + MIB / 2).statusCode()).isEqualTo(400);
        HttpResponse<String> tooLarge = createWithTitle(2 * MIB);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("2MiB");
    }

    private static HttpResponse<String> createWithTitle(int length) {
        return relay.send(
                "POST", "/api/v1/sessions", null, "{\"title\":\"" + "x".repeat(length) + "\"}");
    }

    @Test
    void messagesThatAreNotToBeUnderstood() {
        try (TestClient client = joined()) {
            for (int i = 0; i < 3; i++) {
                client.command("chat_message", "{}");
            }
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void chatMessages() {
        try (TestClient client = joined()) {
            for (int i = 0; i < 3; i++) {
                client.command("chat_message", chat(1));
            }
            JsonNode error = client.await("error");
            assertThat(error.get("replyTo").asLong()).isEqualTo(3);
            assertThat(error.at("/payload/code").asText()).isEqualTo("rate_limited");
            assertThat(error.at("/payload/retryAfterMs").asLong()).isBetween(1L, 1_000L);
        }
    }

    @Test
    void passingMessages() {
        CreatedSession session = relay.createSession();
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            bob.joinAsHost(session.hostToken(), "Bob");
            for (int i = 0; i < 101; i++) {
                ada.say("typing", "{'on':%b}".formatted(i % 2 == 0));
            }
            ada.say("cursor", "{'doc':'main','revision':0,'selections':[[0,0]]}");

            List<Boolean> heard = new ArrayList<>();
            bob.await(message -> {
                if (message.get("type").asText().equals("typing")) {
                    heard.add(message.at("/payload/on").asBoolean());
                }
                return message.get("type").asText().equals("cursor");
            });
            assertThat(heard).hasSizeLessThan(101).endsWith(true);
        }
    }

    @Test
    void failedLogins() {
        assertThat(logIn("a@example.org")).isEqualTo(401);
        assertThat(logIn("b@example.org")).isEqualTo(401);
        assertThat(logIn("c@example.org")).isEqualTo(429);
    }

    private static int logIn(String email) {
        String login = "{\"email\":\"%s\",\"password\":\"wrong\"}".formatted(email);
        return relay.send("POST", "/api/v1/login", null, login).statusCode();
    }

    @Test
    void pagesThatMayConnect() throws Exception {
        assertThat(handshakeFrom("https://tandem.example")).isEqualTo(101);
        assertThat(handshakeFrom("https://elsewhere.example")).isEqualTo(403);
    }

    private static int handshakeFrom(String origin) throws IOException {
        try (RawClient page = new RawClient(relay.address())) {
            return page.handshake("/api/v1/room", "Origin: " + origin);
        }
    }
}
