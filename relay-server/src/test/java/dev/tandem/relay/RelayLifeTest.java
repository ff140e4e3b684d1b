package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.config.RelayConfigBuilder;
import dev.tandem.relay.connection.RawClient;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a relay does by itself, when time goes by or it goes away. Each test has its own.
class RelayLifeTest {
    @TempDir Path folder;
    private TestRelay relay;
    private CreatedSession session;

    private void start(UnaryOperator<RelayConfigBuilder> options) throws RelayStartFailure {
        relay = TestRelay.start(folder, options);
        session = relay.createSession();
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void whoIsSilentIsDroppedAndWhoAnswersIsNot() throws Exception {
        start(options ->
                options.set("connections.heartbeat", "50ms").set("connections.silence", "1500ms"));
        try (TestClient answers = relay.connect();
                RawClient silent = new RawClient(relay.address())) {
            answers.joinAsHost(session.hostToken(), "Ada");
            assertThat(silent.handshake("/api/v1/room")).isEqualTo(101);
            silent.await(RawClient.PING);
            silent.awaitEnd();

            answers.command("chat_message", "{'text':'still here'}");
            assertThat(answers.await("ack").get("seq").asLong()).isEqualTo(4);
        }
    }

    @Test
    void aFolderInUseAndAPortInUseAreSaidInOneSentence() throws Exception {
        start(options -> options);
        Path other = folder.resolve("other");

        assertThatThrownBy(() -> TestRelay.start(folder))
                .isInstanceOf(RelayStartFailure.class)
                .hasMessageNotContaining("Exception");
        assertThatThrownBy(() ->
                        TestRelay.start(other, options -> options.port(relay.address().getPort())))
                .isInstanceOf(RelayStartFailure.class)
                .hasMessageContaining("--port");
    }

    @Test
    void whoDoesNotJoinInTimeIsSentAway() throws Exception {
        start(options -> options.set("connections.join-timeout", "50ms"));
        try (TestClient client = relay.connect()) {
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void manyWrongCodesAreHeldOff() throws Exception {
        start(options -> options.set("limits.failed-joins", "3"));
        for (int i = 0; i < 3; i++) {
            try (TestClient client = relay.connect()) {
                client.say("join_room", "{'code':'0000-0000-0000','name':'Bob'}");
                assertThat(client.closeCode()).isEqualTo(4401);
            }
        }
        try (TestClient client = relay.connect()) {
            client.say("join_room", "{'code':'0000-0000-0000','name':'Bob'}");

            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void afterARestartEveryoneIsBackWhereTheyWere() throws Exception {
        start(options -> options);
        try (TestClient ada = relay.connect()) {
            JsonNode state = ada.joinAsHost(session.hostToken(), "Ada");
            ada.command("code_update", "{'doc':'main','revision':0,'operation':['hello']}");
            long seq = ada.await("ack").get("seq").asLong();
            relay.restart();

            assertThat(ada.closeCode()).isEqualTo(1001);
            try (TestClient again = relay.connect()) {
                JsonNode back = again.resume(state.at("/you/resumeToken").asText(), seq);

                assertThat(back.at("/you/lastId").asLong()).isEqualTo(1);
                assertThat(back.get("events").findValuesAsText("type"))
                        .containsExactly("peer_left", "peer_joined");
                again.command(1, "chat_message", "{'text':'once more'}");
                assertThat(again.await("ack").get("duplicate").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void anActiveSessionEndsWithoutItsInterviewer() throws Exception {
        start(options -> options.set("rooms.interviewer-grace", "50ms"));
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
            ada.command("start_session", "{}");
            bob.await("session_started");
            ada.cut();

            JsonNode end = bob.await("session_ended");
            assertThat(end.get("by").isNull()).isTrue();
            assertThat(end.at("/payload/reason").asText()).isEqualTo("interviewer_left");
        }
    }
}
