package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Coming in, coming back and going, over a real connection.
class JoiningTest {
    @TempDir static Path folder;
    private static TestRelay relay;
    private CreatedSession session;

    @BeforeAll
    static void start() throws Exception {
        relay =
                TestRelay.start(
                        folder, options -> options.set("limits.participants-per-room", "3"));
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @BeforeEach
    void createSession() {
        session = relay.createSession();
    }

    @Test
    void byHostTokenOneIsAnInterviewer() {
        try (TestClient ada = relay.connect()) {
            JsonNode state = ada.joinAsHost(session.hostToken(), " Ada ");

            assertThat(ada.subprotocol()).isEqualTo("tandem.v1");
            assertThat(state.at("/you/role").asText()).isEqualTo("interviewer");
            assertThat(state.at("/you/name").asText()).isEqualTo("Ada");
            assertThat(state.at("/you/lastId").asLong()).isZero();
            assertThat(state.at("/session/id").asText()).isEqualTo(session.id().value());
            assertThat(state.at("/session/status").asText()).isEqualTo("waiting");
            assertThat(state.at("/documents/0/doc").asText()).isEqualTo("main");
            assertThat(state.at("/seq").asLong()).isEqualTo(3);
        }
    }

    @Test
    void byCodeOneHasItsRole() {
        for (Role role : Role.values()) {
            try (TestClient client = relay.connect()) {
                String code = session.invite(role).code().format().toLowerCase(Locale.ROOT);
                JsonNode state = client.join(code.replace('-', ' '), "Bob");

                assertThat(state.at("/you/role").asText()).isEqualTo(role.word());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'0000-0000-0000','name':'Bob'}",
                "{'code':'what','name':'Bob'}",
                "{'hostToken':'what','name':'Bob'}",
                "{'resumeToken':'what'}"
            })
    void withoutAKeyOneStaysOutside(String payload) {
        try (TestClient client = relay.connect()) {
            client.say("join_room", payload);

            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "{\"type\":\"ping\",\"payload\":{\"t\":1}}",
                "{\"type\":\"what\",\"payload\":{}}",
                "{\"type\":\"join_room\"}",
                "{\"type\":\"join_room\",\"payload\":{\"code\":\"x\"}}",
                "{\"type\":\"join_room\",\"payload\":{\"code\":\"x\",\"name\":\"  \"}}",
                "{\"type\":\"join_room\",\"payload\":{\"code\":\"x\",\"name\":\"a\\u0000b\"}}"
            })
    void theFirstMessageHasToJoin(String message) {
        try (TestClient client = relay.connect()) {
            client.send(message);

            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void aBinaryMessageDoesNotJoinEither() {
        try (TestClient client = relay.connect()) {
            client.sendBinary((byte) 1);

            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void nobodyJoinsTwiceByOneConnection() {
        try (TestClient ada = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            ada.say("join_room", "{'hostToken':'x','name':'Ada'}");

            JsonNode error = ada.await("error");
            assertThat(error.at("/payload/code").asText()).isEqualTo("bad_message");
            assertThat(error.get("replyTo").isNull()).isTrue();
            assertThat(ada.isOpen()).isTrue();
        }
    }

    @Test
    void oneComesBackToOnesPlaceAndHearsWhatHappened() {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            JsonNode you =
                    bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob").get("you");
            bob.cut();
            ada.await("peer_left");
            ada.command("chat_message", "{'text':'Where are you?'}");
            ada.await("ack");
            try (TestClient again = relay.connect()) {
                JsonNode state = again.resume(you.get("resumeToken").asText(), 4);

                assertThat(state.at("/you/participantId")).isEqualTo(you.get("participantId"));
                assertThat(state.at("/you/color")).isEqualTo(you.get("color"));
                assertThat(state.has("documents")).isFalse();
                assertThat(state.get("events").findValuesAsText("type"))
                        .containsExactly("peer_left", "chat_message", "peer_joined");
                assertThat(ada.await("peer_joined").at("/payload/resumed").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void theNewerConnectionStays() {
        try (TestClient older = relay.connect();
                TestClient newer = relay.connect()) {
            String token =
                    older.joinAsHost(session.hostToken(), "Ada").at("/you/resumeToken").asText();
            newer.resume(token, 3);

            assertThat(older.closeCode()).isEqualTo(4409);
            newer.command("chat_message", "{'text':'here'}");
            assertThat(newer.await("ack").get("seq").asLong()).isEqualTo(4);
        }
    }

    @Test
    void whoLeavesHasLeft() {
        try (TestClient ada = relay.connect()) {
            String token =
                    ada.joinAsHost(session.hostToken(), "Ada").at("/you/resumeToken").asText();
            long id = ada.command("leave_room", "{}");

            assertThat(ada.answer(id).get("type").asText()).isEqualTo("ack");
            assertThat(ada.closeCode()).isEqualTo(1000);
            try (TestClient again = relay.connect()) {
                again.say("join_room", "{'resumeToken':'%s'}".formatted(token));
                assertThat(again.closeCode()).isEqualTo(4401);
            }
        }
    }

    @Test
    void whoIsRemovedStaysOutside() {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            JsonNode you =
                    bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob").get("you");
            String bobsId = you.get("participantId").asText();
            ada.await("peer_joined");
            long id = ada.command("remove_participant", "{'participantId':'%s'}".formatted(bobsId));

            JsonNode ack = ada.answer(id);
            assertThat(ack.get("type").asText()).isEqualTo("ack");
            assertThat(ack.at("/payload/reason").asText()).isEqualTo("removed");
            assertThat(bob.closeCode()).isEqualTo(4403);
            try (TestClient again = relay.connect()) {
                again.say(
                        "join_room",
                        "{'resumeToken':'%s'}".formatted(you.get("resumeToken").asText()));
                assertThat(again.closeCode()).isEqualTo(4403);
            }
            long twice =
                    ada.command("remove_participant", "{'participantId':'%s'}".formatted(bobsId));
            assertThat(ada.answer(twice).at("/payload/code").asText())
                    .isEqualTo("no_such_participant");
        }
    }

    @Test
    void nobodyRemovesThemselvesOrAnInterviewerFromBelow() {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            String adasId =
                    ada.joinAsHost(session.hostToken(), "Ada").at("/you/participantId").asText();
            bob.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
            String payload = "{'participantId':'%s'}".formatted(adasId);

            for (TestClient client : new TestClient[] {ada, bob}) {
                long id = client.command("remove_participant", payload);
                assertThat(client.answer(id).at("/payload/code").asText()).isEqualTo("forbidden");
            }
        }
    }

    @Test
    void aRevokedCodeLetsNobodyInAndWhoIsInStays() {
        String code = session.invite(Role.CANDIDATE).code().format();
        try (TestClient bob = relay.connect();
                TestClient late = relay.connect()) {
            String token = bob.join(code, "Bob").at("/you/resumeToken").asText();
            String path =
                    "/api/v1/sessions/"
                            + session.id()
                            + "/invites/"
                            + code.toLowerCase(Locale.ROOT);
            assertThat(relay.send("DELETE", path, session.hostToken(), null).statusCode())
                    .isEqualTo(204);

            late.say("join_room", "{'code':'%s','name':'Late'}".formatted(code));
            assertThat(late.closeCode()).isEqualTo(4403);
            assertThat(bob.isOpen()).isTrue();
            bob.cut();
            try (TestClient again = relay.connect()) {
                assertThat(again.resume(token, 3).at("/you/name").asText()).isEqualTo("Bob");
            }
        }
    }

    @Test
    void aFullRoomSaysSo() {
        try (TestClient a = relay.connect();
                TestClient b = relay.connect();
                TestClient c = relay.connect();
                TestClient late = relay.connect()) {
            a.joinAsHost(session.hostToken(), "A");
            b.joinAsHost(session.hostToken(), "B");
            c.joinAsHost(session.hostToken(), "C");
            late.say("join_room", "{'hostToken':'%s','name':'D'}".formatted(session.hostToken()));

            assertThat(late.await("error").at("/payload/code").asText()).isEqualTo("room_full");
            assertThat(late.closeCode()).isEqualTo(4413);
        }
    }
}
