package dev.tandem.desktop.hosting;

import static dev.tandem.desktop.TestRelay.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tandem.desktop.TestRelay;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.api.SessionPatch;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayApiTest {
    private TestRelay relay;
    private RelayApi api;

    @BeforeEach
    void startRelay(@TempDir Path data) throws Exception {
        relay = new TestRelay(data);
        api = relay.api();
    }

    @AfterEach
    void stopRelay() {
        relay.close();
    }

    @Test
    void aSessionIsMadeAndChanged() {
        CreatedSession created = given(api.create(new CreateSession("Two", "go"), null).join());
        String token = created.hostToken();

        SessionDetails found = given(api.session(created.id(), token).join());
        assertThat(found.summary().facts().title()).isEqualTo("Two");
        assertThat(found.summary().language()).isEqualTo("go");

        SessionDetails started =
                given(api.patch(created.id(), new SessionPatch.Start(), token).join());
        assertThat(started.summary().facts().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void invitesAreListedAndTakenBack() {
        SessionId id = relay.session().id();
        String token = relay.session().hostToken();
        InviteCode code = given(api.invite(id, Role.CANDIDATE, token).join()).invite().code();
        assertThat(ids(id, token)).hasSize(4).contains(InviteId.of(code));

        given(api.revoke(id, InviteId.of(code), token).join());
        given(api.revoke(id, relay.session().invite(Role.SPECTATOR).code(), token).join());
        assertThat(ids(id, token)).hasSize(2).doesNotContain(InviteId.of(code));
    }

    private List<InviteId> ids(SessionId id, String token) {
        return given(api.invites(id, token).join()).stream().map(LiveInvite::id).toList();
    }

    @Test
    void theInviteLinkLeadsToTheRelay() {
        InviteLink link = relay.session().invite(Role.CANDIDATE).link();

        assertThat(RelayAddress.of(link)).contains(relay.address());
    }

    @Test
    void aRefusalHasItsCodeAndASentence() {
        assertThat(failed(api.login("ada@example.org", "wrong", null).join()))
                .satisfies(failed -> {
                    assertThat(failed.code()).isEqualTo(ProblemCode.UNAUTHORIZED);
                    assertThat(failed.sentence()).matches("[A-Z].*[.]");
                });
        assertThat(failed(api.session(relay.session().id(), "not-a-token").join()).code())
                .isEqualTo(ProblemCode.UNAUTHORIZED);
        assertThat(failed(api.create(new CreateSession("", "go"), null).join()).code())
                .isEqualTo(ProblemCode.BAD_MESSAGE);
    }

    @Test
    void aSessionIsWrittenToAFile(@TempDir Path folder) throws IOException {
        SessionId id = relay.session().id();
        String token = relay.session().hostToken();
        Path file = Files.writeString(folder.resolve("talk.md"), "what was there before");

        assertThat(failed(api.export(id, ExportFormat.MD, file, "not-a-token").join()).code())
                .isEqualTo(ProblemCode.UNAUTHORIZED);
        assertThat(file).hasContent("what was there before");
        assertThat(given(api.export(id, ExportFormat.MD, file, token).join())).isEqualTo(file);
        assertThat(file).content().startsWith("# A talk");
        assertThat(folder.toFile().list()).containsExactly("talk.md");

        Path nowhere = folder.resolve("no/such/folder/talk.md");
        assertThat(failed(api.export(id, ExportFormat.MD, nowhere, token).join()).sentence())
                .isEqualTo("The file cannot be written there; choose another place.");
    }

    @Test
    void aWebServerIsNoRelay() throws IOException {
        HttpServer web = HttpServer.create(loopback(), 0);
        web.createContext(
                "/",
                exchange -> {
                    byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        web.start();
        try {
            assertThat(failed(at(web.getAddress().getPort())).sentence())
                    .contains("is not a relay of Tandem");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void nobodyThereIsASentenceToo() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(failed(at(port)).code()).isNull();
        assertThat(failed(at(port)).sentence()).startsWith("No relay answers at 127.0.0.1:" + port);

        RelayApi nowhere = new RelayApi(new RelayAddress("no-such-host.invalid", 8377, false));
        assertThat(failed(nowhere.login("ada@example.org", "secret", null).join()).sentence())
                .startsWith("There is no computer with the name no-such-host.invalid.");
    }

    private static Answer<?> at(int port) {
        RelayApi api = new RelayApi(new RelayAddress("127.0.0.1", port, false));
        return api.login("ada@example.org", "secret", null).join();
    }

    private static Answer.Failed<?> failed(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed<?>) answer;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
