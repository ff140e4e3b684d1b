package dev.tandem.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/// Writes down what a connection tells, for a test that waits for it.
final class Journal implements RelayConnection.Listener {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final BlockingQueue<Object> entries = new LinkedBlockingQueue<>();

    @Override
    public void opened(Line line) {
        entries.add(line);
    }

    @Override
    public void received(ServerMessage message) {
        entries.add(message);
    }

    @Override
    public void measured(RoundTrip roundTrip) {
        entries.add(roundTrip);
    }

    @Override
    public void changed(Link link) {
        entries.add(link);
    }

    /// The next entry of this kind; what comes before it is passed over.
    <T> T await(Class<T> kind) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            Object entry = next(deadline - System.nanoTime(), kind);
            if (kind.isInstance(entry)) {
                return kind.cast(entry);
            }
            assertThat(entry).as("instead of " + kind).isNotInstanceOf(Link.Ended.class);
        }
    }

    private Object next(long patienceNanos, Class<?> awaited) {
        try {
            Object entry = entries.poll(patienceNanos, TimeUnit.NANOSECONDS);
            assertThat(entry).as("waiting for " + awaited).isNotNull();
            return entry;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Assertions.fail(e);
        }
    }
}
