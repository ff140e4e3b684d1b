package dev.tandem.desktop.connection;

import dev.tandem.protocol.message.ClientMessage.Ping;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Pong;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;

/// Asks the relay for a sign of life, and notices when none comes. On the [Network]'s thread.
final class Heartbeat {
    private final Network network;
    private final Line line;
    private final Consumer<RoundTrip> onAnswer;
    private final Runnable onSilence;
    private final ScheduledFuture<?> beats;

    // By the wall clock, on purpose: it goes on while the computer sleeps, so that what was lost
    // meanwhile is noticed at once when it wakes up.
    private long lastHeard;
    private boolean heard;

    Heartbeat(Network network, Line line, Consumer<RoundTrip> onAnswer, Runnable onSilence) {
        this.network = network;
        this.line = line;
        this.onAnswer = onAnswer;
        this.onSilence = onSilence;
        lastHeard = network.now();
        beats = network.every(network.timing.pingEvery(), this::beat);
    }

    /// The first thing a relay says is the answer to joining; it wants to hear of nothing else
    /// before.
    void heard(ServerMessage message) {
        lastHeard = network.now();
        if (!heard) {
            heard = true;
            ping();
        }
        if (message instanceof Pong(Number t, long serverNow)) {
            onAnswer.accept(roundTrip(t.longValue(), serverNow));
        }
    }

    void stop() {
        beats.cancel(false);
    }

    private void beat() {
        if (network.now() - lastHeard > network.timing.staleAfter().toMillis()) {
            onSilence.run();
        } else if (heard) {
            ping();
        }
    }

    private void ping() {
        line.send(new Ping(micros()));
    }

    private RoundTrip roundTrip(long sentAt, long serverNow) {
        long millis = Math.max(0, micros() - sentAt) / 1000;
        return new RoundTrip(millis, serverNow + millis / 2 - network.now());
    }

    private static long micros() {
        return System.nanoTime() / 1000;
    }
}
