package dev.tandem.relay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.relay.TestClient;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Two people in one room, of whom one writes some letters each second and the other reads, on a
/// thread of their own, until they are stopped. Everything that is written has to come across.
final class WritingPair implements AutoCloseable {
    private static final long PAUSE_MS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TestClient writer;
    private final TestClient reader;
    private volatile Throwable failure;
    private long[] nanos = new long[1 << 12];
    private int written;

    WritingPair(URI relay, String hostToken) {
        writer = TestClient.connect(relay);
        reader = TestClient.connect(relay);
        writer.joinAsHost(hostToken, "Ada");
        reader.joinAsHost(hostToken, "Bob");
        var _ = timer.scheduleWithFixedDelay(this::run, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            write();
        } catch (RuntimeException | AssertionError e) {
            failure = e;
            throw e;
        }
    }

    /// One letter at the beginning of the text, and soon the next when the other has it.
    private void write() {
        long begun = System.nanoTime();
        String rest = written == 0 ? "" : "," + written;
        writer.command(
                "code_update",
                "{'doc':'main','revision':%d,'operation':['x'%s]}".formatted(written, rest));
        JsonNode update = reader.await("code_update");
        assertThat(update.at("/payload/revision").asInt()).isEqualTo(written + 1);
        nanos = written == nanos.length ? Arrays.copyOf(nanos, 2 * written) : nanos;
        nanos[written++] = System.nanoTime() - begun;
    }

    /// Prints how long a letter took, and fails if one was lost.
    void stop() {
        timer.close();
        assertThat(failure).as("what kept a letter from coming across").isNull();
        long[] sorted = Arrays.stream(nanos, 0, written).sorted().toArray();
        assertThat(sorted).isNotEmpty();
        System.out.printf(
                Locale.ENGLISH,
                "beside it %,d letters were written, each across in %.1f ms, p99 %.1f ms%n",
                written,
                sorted[written / 2] / 1e6,
                sorted[written * 99 / 100] / 1e6);
    }

    @Override
    public void close() {
        timer.close();
        writer.close();
        reader.close();
    }
}
