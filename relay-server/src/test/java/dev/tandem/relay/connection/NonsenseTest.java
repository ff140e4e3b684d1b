package dev.tandem.relay.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.TestRelay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes to the port and is no request at all: it is not worth a stack trace, and the relay
/// goes on serving. A | stands for the end of a line.
class NonsenseTest {
    private static final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private static final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private static final PrintStream standardError = System.err;

    @TempDir static Path folder;
    private static TestRelay relay;

    /// Remembers every exception that Grizzly or Tyrus logs.
    private static final Handler LISTENER =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    if (entry.getThrown() != null && isLoggable(entry)) {
                        thrown.add(entry.getThrown());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeAll
    static void start() throws Exception {
        relay = TestRelay.start(folder);
        Logger.getLogger("").addHandler(LISTENER);
        System.setErr(new PrintStream(written, true, UTF_8));
    }

    @AfterAll
    static void stop() {
        System.setErr(standardError);
        Logger.getLogger("").removeHandler(LISTENER);
        relay.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2\3 nonsense",
                "GET",
                "GET / HTTP/9.9",
                "GET /%zz HTTP/1.1|Host: x",
                "GET /api/v1/sessions?limit=%zz HTTP/1.1|Host: x",
                "GET /api/v1/sessions/%ff HTTP/1.1|Host: x|Authorization: Bearer %",
                "GET / HTTP/1.1|Host: [::|no colon here",
                "POST /api/v1/login HTTP/1.1|Host: x|Content-Length: -7",
                "POST /api/v1/login HTTP/1.1|Host: x|Content-Type: application/json|Transfer-Encoding: chunked||zz",
                "POST /api/v1/sessions HTTP/1.1|Host: a b|Content-Type: application/json|Content-Length: 13||{'title':'T'}",
                "GET /%zz HTTP/1.1|Host: x|Upgrade: websocket",
                "GET /api/v1/room HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: x",
                "GET /api/v1/room?%zz HTTP/1.1|Host: x|Upgrade: websocket|Sec-WebSocket-Key: x|Sec-WebSocket-Version: 13",
                "GET /api/v1/room HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13"
                        + "|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Extensions: ;;=|Cookie: '"
            })
    void isNotLoggedWithAStackTrace(String nonsense) throws Exception {
        try (RawClient client = new RawClient(relay.address())) {
            String lines = nonsense.replace("|", "\r\n").replace('\'', '"');
            client.write((lines + "\r\n\r\n").getBytes(UTF_8));
            client.endOutput();
            client.awaitEnd();
        } catch (IOException e) {
            // hung up on, which is an answer too
        }

        assertThat(relay.get("/health/live", null).statusCode()).isEqualTo(200);
        assertThat(thrown).isEmpty();
        assertThat(written.toString(UTF_8)).doesNotContain("\tat ");
    }
}
