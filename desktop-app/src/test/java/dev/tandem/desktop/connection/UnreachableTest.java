package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people are told when there is no relay where they look for one.
class UnreachableTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(200);

    @Test
    void noSuchName() {
        assertThat(told("ws://no-such-host.invalid:8377/api/v1/room"))
                .isEqualTo(
                        "There is no computer with the name no-such-host.invalid."
                                + " Check the address, and whether this computer is online.");
    }

    @Test
    void nobodyThere() throws IOException {
        int port = freePort();

        assertThat(told("ws://127.0.0.1:" + port + "/api/v1/room"))
                .isEqualTo(
                        "No relay answers at 127.0.0.1:%d.".formatted(port)
                                + " Check the address, and whether the relay is running.");
    }

    @Test
    void nobodySpeaks() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            assertThat(told("ws://127.0.0.1:" + silent.getLocalPort() + "/api/v1/room", IMPATIENT))
                    .startsWith("Nothing answers at 127.0.0.1:" + silent.getLocalPort())
                    .contains("in time");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, is not a relay of Tandem",
        "404, is not a relay of Tandem",
        "401, is not a relay of Tandem",
        "302, is not a relay of Tandem",
        "403, does not let this computer in",
        "429, has too many connections from here",
        "502, is not ready",
        "503, is not ready"
    })
    void someoneElseAnswers(int status, String told) throws IOException {
        HttpServer web = HttpServer.create(loopback(), 0);
        web.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        web.start();
        try {
            assertThat(told("ws://127.0.0.1:" + web.getAddress().getPort() + "/api/v1/room"))
                    .contains(told);
        } finally {
            web.stop(0);
        }
    }

    @Test
    void tlsThatIsNotTrusted() throws Exception {
        try (SSLServerSocket server = tls()) {
            Thread.ofVirtual().start(() -> shakeHands(server));

            assertThat(told("wss://localhost:" + server.getLocalPort() + "/api/v1/room"))
                    .isEqualTo(
                            "The certificate of localhost is not one that this computer trusts."
                                    + " Ask whoever runs the relay.");
        }
    }

    @Test
    void tlsWhereThereIsNone() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            assertThat(told("wss://127.0.0.1:" + silent.getLocalPort() + "/api/v1/room", IMPATIENT))
                    .contains("does not answer with TLS");
        }
    }

    private static String told(String room) {
        return told(room, PATIENT);
    }

    private static String told(String room, Duration openWithin) {
        Journal journal = new Journal();
        Timing usual = Timing.USUAL;
        Timing timing =
                new Timing(openWithin, usual.pingEvery(), usual.staleAfter(), usual.backoff());
        try (Network network = new Network(timing, InstantSource.system(), new Random(1));
                RelayConnection connection =
                        new RelayConnection(network, URI.create(room), journal)) {
            connection.open();
            Link.Ended ended = journal.await(Link.Ended.class);
            assertThat(ended.ending()).isEqualTo(Ending.UNREACHABLE);
            return ended.sentence();
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static SSLServerSocket tls() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        char[] password = "untrusted".toCharArray();
        try (InputStream file = UnreachableTest.class.getResourceAsStream("untrusted.p12")) {
            keys.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory()
                        .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    private static void shakeHands(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (IOException _) {
            // the client does not trust it
        }
    }
}
