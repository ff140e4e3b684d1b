package dev.tandem.relay.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.relay.config.Proxies;
import dev.tandem.relay.room.Outgoing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final int BACKLOG = 1 << 20;

    private final StubbornNetwork network = new StubbornNetwork();
    private final Outbox outbox = new Outbox(network, settings());

    @Test
    void sendsAtOnceWhatTheNetworkTakes() {
        outbox.send(message("a"));
        outbox.send(message("b"));

        assertThat(network.sent).containsExactly("a", "b");
    }

    @Test
    void givesTheNetworkALittleAtATime() {
        for (int i = 0; i < 10; i++) {
            outbox.send(message("x".repeat(20_000)));
        }
        assertThat(network.sent).hasSize(4);
        network.takeOne();
        assertThat(network.sent).hasSize(5);
    }

    @Test
    void keepsTheNewestWordOnATopicBehindWhatCameBefore() {
        block();
        outbox.send(typing("ada", true));
        outbox.send(message("between"));
        outbox.send(typing("ada", false));
        outbox.send(typing("bob", true));
        network.takeOne();

        assertThat(network.sent.subList(1, network.sent.size()))
                .containsExactly(
                        "between", typing("ada", false).text(), typing("bob", true).text());
    }

    @Test
    void cutsOffWhoStaysBehind() {
        block();
        assertThat(outbox.send(message("x".repeat(BACKLOG)))).isTrue();
        assertThat(outbox.send(message("y"))).isTrue();
        assertThat(outbox.send(message("z"))).isFalse();

        assertThat(network.closed).isEqualTo(CloseCode.TOO_SLOW);
        assertThat(network.sent).hasSize(1);
    }

    @Test
    void takesOneMessageThatIsLargerThanWhatMayWait() {
        outbox.send(message("x".repeat(3 * BACKLOG)));
        assertThat(outbox.send(message("y"))).isTrue();
        network.takeOne();

        assertThat(network.sent).hasSize(2);
    }

    @Test
    void closesBehindWhatWaits() {
        block();
        outbox.send(message("last"));
        outbox.close(CloseCode.LEFT);
        outbox.send(message("too late"));
        assertThat(network.closed).isNull();
        network.takeOne();

        assertThat(network.sent).endsWith("last");
        assertThat(network.closed).isEqualTo(CloseCode.LEFT);
    }

    @Test
    void cutsOffWhoTakesNothingForTenSeconds() {
        block();
        long now = System.nanoTime();
        assertThat(outbox.isMoving(now)).isTrue();
        network.unsent--;
        assertThat(outbox.isMoving(now + Duration.ofSeconds(9).toNanos())).isTrue();
        assertThat(outbox.isMoving(now + Duration.ofSeconds(18).toNanos())).isTrue();
        assertThat(outbox.isMoving(now + Duration.ofSeconds(20).toNanos())).isFalse();

        assertThat(network.closed).isEqualTo(CloseCode.TOO_SLOW);
    }

    private static ConnectionSettings settings() {
        Duration tenSeconds = Duration.ofSeconds(10);
        return new ConnectionSettings(
                List.of(),
                Proxies.of(List.of()),
                10,
                tenSeconds,
                tenSeconds,
                tenSeconds,
                1 << 20,
                20,
                BACKLOG,
                tenSeconds);
    }

    private void block() {
        outbox.send(message("x".repeat(100_000)));
    }

    private static Outgoing message(String text) {
        return new Outgoing(text, null);
    }

    private static Outgoing typing(String by, boolean on) {
        return Outgoing.of(new ServerMessage.TypingChanged(1, new ParticipantId(by), on));
    }

    /// A network that takes something only when it is told to.
    private static final class StubbornNetwork implements Socket {
        final List<String> sent = new ArrayList<>();
        final Deque<Consumer<Boolean>> pending = new ArrayDeque<>();
        CloseCode closed;
        long unsent = 100_000;

        void takeOne() {
            pending.removeFirst().accept(true);
        }

        @Override
        public void send(String text, Consumer<Boolean> done) {
            sent.add(text);
            pending.add(done);
        }

        @Override
        public long unsentBytes() {
            return unsent;
        }

        @Override
        public long heardAt() {
            return 0;
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseCode code) {
            closed = code;
        }

        @Override
        public void terminate() {}

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }
    }
}
