package dev.tandem.relay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.relay.TestClient;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/// Two people in one room, of whom one writes and the other reads, on a thread of their own, until
/// they are stopped. Everything that is written has to come across.
final class WritingPair implements AutoCloseable {
    private final Thread thread;
    private final TestClient writer;
    private final TestClient reader;
    private volatile boolean stopped;
    private volatile AssertionError failure;
    private long[] nanos = new long[1 << 12];
    private int written;

    WritingPair(URI relay, String hostToken) {
        writer = TestClient.connect(relay);
        reader = TestClient.connect(relay);
        writer.joinAsHost(hostToken, "Ada");
        reader.joinAsHost(hostToken, "Bob");
        thread = Thread.ofPlatform().name("writing-pair").start(this::run);
    }

    private void run() {
        try {
            while (!stopped) {
                write();
            }
        } catch (AssertionError e) {
            failure = e;
        }
    }

    /// One letter at the beginning of the text, and the next when the other has it.
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
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
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
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        writer.close();
        reader.close();
    }
}
