package dev.tandem.relay.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.access.Access;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.coderun.Runners;
import dev.tandem.relay.config.Proxies;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.room.RoomSettings;
import dev.tandem.relay.room.SystemTime;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.NewSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tyrus takes some refusing statuses for an upgrade, and delivers the frames of a client that goes
/// on all the same. The gate does not.
class GateTest {
    private static final SessionId SESSION = new SessionId("s1");
    private static final String JOIN =
            "{\"type\":\"join_room\",\"payload\":{\"hostToken\":\"secret\",\"name\":\"Eve\"}}";

    @TempDir Path folder;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer http = new HttpServer();
    private volatile int verdict;
    private Database database;
    private RoomRegistry rooms;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        database = Database.open(folder);
        database.sessions()
                .create(
                        new NewSession(
                                SESSION, null, List.of(), null, Secrets.hash("secret"), List.of()),
                        List.of(
                                new LoggedEvent(
                                        new Seq(1),
                                        1,
                                        null,
                                        null,
                                        new SessionCreated("Test", "java", null))));
        SystemTime time = new SystemTime(timer);
        Access access =
                new Access(
                        database,
                        RelayConfig.defaults(folder),
                        InstantSource.system(),
                        new SimpleMeterRegistry());
        Duration minute = Duration.ofMinutes(1);
        rooms =
                new RoomRegistry(
                        database.sessionLog(),
                        new RoomSettings(10, minute, minute, minute, 256, 20, 100, 1, 5, 50, null),
                        time,
                        Runners.off(),
                        new SimpleMeterRegistry());
        Connections connections =
                new Connections(
                        new ConnectionSettings(
                                List.of(),
                                Proxies.of(List.of("127.0.0.1")),
                                3,
                                minute,
                                minute,
                                minute,
                                1 << 20,
                                20,
                                1 << 20,
                                minute),
                        new Reception(access.doors(), rooms),
                        time,
                        timer,
                        new SimpleMeterRegistry(),
                        _ -> verdict);
        NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
        http.addListener(listener);
        connections.addTo(listener);
        http.start();
        address = URI.create("http://127.0.0.1:" + listener.getPort());
    }

    @AfterEach
    void stop() {
        rooms.close();
        http.shutdownNow();
        timer.shutdownNow();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 429, 503})
    void answersTheRealStatusAndHearsNothingMore(int status) throws Exception {
        verdict = status;
        try (RawClient client = new RawClient(address)) {
            assertThat(client.handshake("/api/v1/room")).isEqualTo(status);
            sendUnlessClosed(client);
            client.awaitEnd();
        }
        assertThat(seq()).isEqualTo(1);
    }

    @Test
    void letsInWhomItIsToldTo() throws Exception {
        verdict = 0;
        try (RawClient client = new RawClient(address)) {
            assertThat(client.handshake("/api/v1/room")).isEqualTo(101);
            client.sendText(JOIN);
            assertThat(client.await(RawClient.TEXT).text()).contains("room_state");
        }
    }

    @Test
    void anAddressHasSoManyConnections() throws Exception {
        try (RawClient a = new RawClient(address);
                RawClient b = new RawClient(address);
                RawClient c = new RawClient(address);
                RawClient d = new RawClient(address);
                RawClient behindProxy = new RawClient(address)) {
            assertThat(a.handshake("/api/v1/room")).isEqualTo(101);
            assertThat(b.handshake("/api/v1/room")).isEqualTo(101);
            assertThat(c.handshake("/api/v1/room")).isEqualTo(101);
            assertThat(d.handshake("/api/v1/room")).isEqualTo(429);
            assertThat(behindProxy.handshake("/api/v1/room", "X-Forwarded-For: 192.0.2.1"))
                    .isEqualTo(101);
            a.close();
            Eventually.until("there is a place again", this::isWelcome);
        }
    }

    private boolean isWelcome() {
        try (RawClient client = new RawClient(address)) {
            return client.handshake("/api/v1/room") == 101;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void isNotPassedAfterAHandshakeThatFailed() throws Exception {
        verdict = 0;
        try (RawClient client = new RawClient(address)) {
            client.write(
                    """
                    GET /api/v1/room HTTP/1.1\r
                    Host: localhost\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Version: 1\r
                    \r
                    """
                            .getBytes(UTF_8));
            assertThat(client.readStatus()).isGreaterThanOrEqualTo(400);
            sendUnlessClosed(client);
            client.awaitEnd();
        }
        assertThat(seq()).isEqualTo(1);
    }

    @Test
    void leavesOtherUpgradesToHttp() throws Exception {
        verdict = 401;
        try (RawClient client = new RawClient(address)) {
            client.write(
                    """
                    GET /nothing HTTP/1.1\r
                    Host: localhost\r
                    Upgrade: h2c\r
                    Connection: Upgrade\r
                    \r
                    """
                            .getBytes(UTF_8));
            assertThat(client.readStatus()).isEqualTo(404);
        }
    }

    private static void sendUnlessClosed(RawClient client) {
        try {
            client.sendText(JOIN);
        } catch (IOException e) {
            // closed already, which is as good
        }
    }

    private long seq() {
        return rooms.ask(SESSION, state -> state.seq().value()).join();
    }
}
