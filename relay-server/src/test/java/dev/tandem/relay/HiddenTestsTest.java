package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in a hidden test never reaches who does not lead the interview, in whatever way they
/// come to know of it.
class HiddenTestsTest {
    private static final String TESTS =
            "{'doc':'main','tests':[{'name':'open','stdin':'a','expected':'b'},"
                    + "{'name':'closed','stdin':'secret in','expected':'secret out','hidden':true}]}";

    @TempDir Path folder;
    private TestRelay relay;
    private CreatedSession session;

    @BeforeEach
    void start() throws Exception {
        relay = TestRelay.start(folder);
        session = relay.createSession();
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void whoIsThereHearsItsNameOnly() {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect();
                TestClient eve = relay.connect();
                TestClient ivy = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            bob.join(code(Role.CANDIDATE), "Bob");
            eve.join(code(Role.SPECTATOR), "Eve");
            ivy.join(code(Role.INTERVIEWER), "Ivy");
            ada.command("set_tests", TESTS);
            assertThat(bob.await("tests_changed").toString())
                    .contains("closed")
                    .doesNotContain("secret");
            assertThat(eve.await("tests_changed").toString())
                    .contains("closed")
                    .doesNotContain("secret");
            assertThat(ivy.await("tests_changed").toString()).contains("secret in", "secret out");
        }
    }

    @Test
    void whoComesLaterOrComesBackHearsItsNameOnly() {
        try (TestClient ada = relay.connect();
                TestClient bob = relay.connect()) {
            ada.joinAsHost(session.hostToken(), "Ada");
            JsonNode first = bob.join(code(Role.CANDIDATE), "Bob");
            bob.close();
            ada.await("peer_left");
            ada.answer(ada.command("set_tests", TESTS));
            try (TestClient late = relay.connect();
                    TestClient back = relay.connect();
                    TestClient ivy = relay.connect()) {
                assertThat(late.join(code(Role.CANDIDATE), "Eve").toString())
                        .contains("closed")
                        .doesNotContain("secret");
                assertThat(
                                back.resume(
                                                first.at("/you/resumeToken").asText(),
                                                first.get("seq").asLong())
                                        .toString())
                        .contains("closed", "tests_changed")
                        .doesNotContain("secret");
                assertThat(ivy.join(code(Role.INTERVIEWER), "Ivy").toString())
                        .contains("secret in", "secret out");
            }
        }
    }

    private String code(Role role) {
        return session.invite(role).code().format();
    }
}
