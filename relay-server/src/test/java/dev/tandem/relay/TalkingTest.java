package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.connection.RawClient;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said in a room, over real connections, good and bad.
class TalkingTest {
    private static final int MESSAGE_BYTES = 1 << 20;

    @TempDir static Path folder;
    private static TestRelay relay;
    private String joinMessage;
    private TestClient ada;
    private TestClient bob;

    @BeforeAll
    static void start() throws Exception {
        relay = TestRelay.start(folder);
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @BeforeEach
    void enter() {
        CreatedSession session = relay.createSession();
        joinMessage =
                "{\"type\":\"join_room\",\"payload\":{\"code\":\"%s\",\"name\":\"Eve\"}}"
                        .formatted(session.invite(Role.SPECTATOR).code().format());
        ada = relay.connect();
        ada.joinAsHost(session.hostToken(), "Ada");
        bob = relay.connect();
        bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
    }

    @AfterEach
    void leave() {
        ada.close();
        bob.close();
    }

    @Test
    void anAckStandsWhereTheOthersHear() {
        ada.command("start_session", "{}");
        ada.command("code_update", "{'doc':'main','revision':0,'operation':['ab']}");
        ada.command("chat_message", "{'text':'now you'}");
        bob.await("chat_message");
        bob.command("code_update", "{'doc':'main','revision':0,'operation':['x']}");

        JsonNode ack = bob.next();
        assertThat(ack.get("type").asText()).isEqualTo("ack");
        assertThat(ack.get("payload").toString()).isEqualTo("{\"revision\":2}");
        assertThat(ada.next().get("type").asText()).isEqualTo("peer_joined");
        assertThat(ada.next().get("payload").has("startedAt")).isTrue();
        assertThat(ada.next().get("payload").toString()).isEqualTo("{\"revision\":1}");
        assertThat(ada.next().get("payload").toString()).isEqualTo("{}");
        JsonNode event = ada.next();
        assertThat(event.get("seq")).isEqualTo(ack.get("seq"));
        assertThat(event.at("/payload/operation").toString()).isEqualTo("[\"x\",2]");
    }

    @Test
    void whatIsSentTwiceHappensOnce() {
        ada.command(7, "chat_message", "{'text':'hello'}");
        ada.command(7, "chat_message", "{'text':'hello'}");

        assertThat(ada.await("ack").has("duplicate")).isFalse();
        assertThat(ada.await("ack").get("duplicate").asBoolean()).isTrue();
    }

    @Test
    void aPingIsAnswered() {
        ada.say("ping", "{'t':12.5}");

        JsonNode pong = ada.await("pong");
        assertThat(pong.at("/payload/t").asDouble()).isEqualTo(12.5);
        assertThat(pong.at("/payload/serverNow").asLong()).isPositive();
    }

    @Test
    void caretsAndTypingPass() {
        ada.say("cursor", "{'doc':'main','revision':0,'selections':[[0,0]]}");
        ada.say("typing", "{'on':true}");

        JsonNode cursor = bob.await("cursor");
        assertThat(cursor.has("seq")).isFalse();
        assertThat(cursor.at("/payload/selections").toString()).isEqualTo("[[0,0]]");
        assertThat(bob.await("typing").get("by")).isEqualTo(cursor.get("by"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hello                                                    | bad_message
                    []                                                       | bad_message
                    {} {}                                                    | bad_message
                    {"type":7}                                               | bad_message
                    {"type":"chat_message","payload":{"text":"x"}}           | bad_message
                    {"type":"chat_message","id":0,"payload":{"text":"x"}}    | bad_message
                    {"type":"chat_message","id":1.5,"payload":{"text":"x"}}  | bad_message
                    {"type":"chat_message","id":9,"payload":{"text":" "}}    | bad_message
                    {"type":"chat_message","id":9}                           | bad_message
                    {"type":"dance","id":9,"payload":{}}                     | unknown_type
                    {"type":"code_update","id":9,"payload":{"doc":"main","revision":9,"operation":[]}} | bad_operation
                    {"type":"code_update","id":9,"payload":{"doc":"no","revision":0,"operation":[]}}   | no_such_document
                    """)
    void whatCannotBeTakenIsAnswered(String message, String code) {
        ada.send(message);

        JsonNode error = ada.await("error");
        assertThat(error.at("/payload/code").asText()).isEqualTo(code);
        assertThat(error.get("replyTo").asLong()).isEqualTo(message.contains("9") ? 9 : 0);
        ada.command(10, "chat_message", "{'text':'still here'}");
        assertThat(ada.answer(10).get("type").asText()).isEqualTo("ack");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100_000})
    void theDeepIsNotRead(int depth) {
        ada.send("[".repeat(depth));

        assertThat(ada.await("error").at("/payload/code").asText()).isEqualTo("bad_message");
    }

    @Test
    void binaryIsABadMessage() {
        ada.sendBinary((byte) 1, (byte) 2);

        JsonNode error = ada.await("error");
        assertThat(error.at("/payload/code").asText()).isEqualTo("bad_message");
        assertThat(error.get("replyTo").isNull()).isTrue();
    }

    @Test
    void twentyBadMessagesAreAnsweredAndThenItIsEnough() {
        for (int i = 0; i < 20; i++) {
            ada.send("no");
        }
        for (int i = 0; i < 20; i++) {
            ada.await("error");
        }

        assertThat(ada.closeCode()).isEqualTo(4400);
    }

    @Test
    void unknownTypesAreNoOffence() {
        for (int i = 1; i <= 30; i++) {
            ada.command(i, "dance", "{}");
            ada.answer(i);
        }
        assertThat(ada.isOpen()).isTrue();
    }

    @Test
    void aMessageOfOneMebibyteIsRead() {
        ada.send("\"" + "x".repeat(MESSAGE_BYTES - 2) + "\"");

        assertThat(ada.await("error").at("/payload/code").asText()).isEqualTo("bad_message");
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGE_BYTES + 1, 3 * MESSAGE_BYTES, 9 * MESSAGE_BYTES})
    void aLargerOneIsNot(int length) {
        sendUnlessClosed("x".repeat(length));

        assertThat(ada.closeCode()).isEqualTo(1009);
        bob.await("peer_left");
    }

    private void sendUnlessClosed(String text) {
        try {
            ada.send(text);
        } catch (CompletionException e) {
            // the relay may hang up while it is sent
        }
    }

    @Test
    void piecesCountTogether() {
        ada.sendInPieces("\"" + "x".repeat(100_000) + "\"", 1_000);
        ada.await("error");
        try {
            ada.sendInPieces("x".repeat(MESSAGE_BYTES + 1), 100_000);
        } catch (CompletionException e) {
            // the relay may hang up while it is sent
        }

        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    @Test
    void aReaderWhoStaysBehindIsCutOffAndTheOthersAreNot() throws Exception {
        try (RawClient eve = new RawClient(relay.address(), 1 << 12)) {
            eve.handshake("/api/v1/room");
            eve.sendText(joinMessage);
            ada.await(m -> m.at("/payload/name").asText().equals("Eve"));
            fillTheWire();

            assertThat(bob.await("peer_left").at("/payload/reason").asText()).isEqualTo("lost");
            eve.awaitEnd();
        }
        bob.command("chat_message", "{'text':'still here'}");
        ada.await("chat_message");
    }

    /// More than the sockets on both sides hold, and the relay keeps for one reader.
    private void fillTheWire() {
        String text = "x".repeat(400_000);
        ada.command(
                "code_update", "{'doc':'main','revision':0,'operation':['%s']}".formatted(text));
        for (int revision = 1; revision < 20; revision++) {
            ada.command(
                    "code_update",
                    "{'doc':'main','revision':%d,'operation':['%s',-400000]}"
                            .formatted(revision, text));
            ada.await("ack");
        }
    }

    @Test
    void everythingOfABurstIsTakenInItsOrder() {
        int burst = 2_000;
        for (int i = 0; i < burst; i++) {
            ada.command(
                    "code_update",
                    "{'doc':'main','revision':%d,'operation':[%s'x']}"
                            .formatted(i, i == 0 ? "" : i + ","));
        }
        for (int i = 1; i <= burst; i++) {
            JsonNode ack = ada.await("ack");
            assertThat(ack.get("replyTo").asLong()).isEqualTo(i);
            assertThat(ack.at("/payload/revision").asInt()).isEqualTo(i);
        }
    }
}
