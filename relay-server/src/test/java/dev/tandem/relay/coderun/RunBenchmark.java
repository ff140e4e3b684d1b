package dev.tandem.relay.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.TestClient;
import dev.tandem.relay.TestRelay;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.Sandboxes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What running code costs. It runs only if it is named, docs/performance.md says how.
class RunBenchmark {
    private static final int TIMES = 50;
    private static final int KEYS = 600;
    private static final long KEY_NANOS = Duration.ofMillis(50).toNanos();
    private static final String LOOP = "while :; do :; done";

    @TempDir private Path folder;

    private interface Work {
        void run() throws Exception;
    }

    @BeforeEach
    void needsASandbox() {
        Sandboxes.here();
    }

    /// From the start of a process to its end and the end of its output, in turns.
    @Test
    void aRunBesideTheBareProcess() throws Exception {
        List<String> scripts =
                List.of("true", "exec python3 -c 'print(1)'", "exec node -e 'console.log(1)'");
        for (String script : scripts) {
            List<Double> bare = new ArrayList<>();
            List<Double> boxed = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                bare.add(time(() -> bare(script)));
                boxed.add(time(() -> Sandboxes.run(script, BoxLimits.RUN, "")));
            }
            print("bare: " + script, bare);
            print("in the sandbox", boxed);
        }
    }

    private static void bare(String script) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /// From the instant that a program prints to the event at the other person's client.
    @Test
    void aPrintedLine() throws Exception {
        String program =
                "for ((i = 0; i < %d; i++)); do sleep 0.1; echo $EPOCHREALTIME; done"
                        .formatted(TIMES);
        try (TestRelay relay = TestRelay.start(folder, options -> options.set("runs.on", "true"));
                Pair pair = Pair.in(relay, program)) {
            pair.host.command("run_code", "{'doc':'main'}");
            print("from a printed line to the other client", pair.lines());
        }
    }

    /// From a key to the peer, while nothing runs and while an endless loop runs on each core.
    @Test
    void aKeyBesideEndlessLoops() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        try (TestRelay relay = TestRelay.start(folder, options -> options.set("runs.on", "true"));
                Pair pair = Pair.in(relay, "")) {
            pair.keys(KEYS);
            print("from a key to the peer", pair.keys(KEYS));
            List<Loop> loops = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                loops.add(Loop.in(relay));
            }
            print("with %d endless loops".formatted(cores), pair.keys(KEYS));
            for (Loop loop : loops) {
                loop.close();
            }
            print("without them again", pair.keys(KEYS));
        }
    }

    /// Two people in one room.
    private static final class Pair implements AutoCloseable {
        final TestClient host;
        final TestClient other;
        private int revision;

        private Pair(TestClient host, TestClient other) {
            this.host = host;
            this.other = other;
        }

        static Pair in(TestRelay relay, String program) {
            CreatedSession session =
                    relay.createSession(
                            new CreateSession("Test", "bash", program, null, List.of(), null));
            Pair pair = new Pair(relay.connect(), relay.connect());
            pair.host.joinAsHost(session.hostToken(), "Ada");
            pair.other.join(session.invite(Role.CANDIDATE).code().format(), "Bob");
            pair.host.command("start_session", "{}");
            pair.other.await("session_started");
            return pair;
        }

        List<Double> lines() {
            List<Double> all = new ArrayList<>();
            JsonNode message = other.next();
            while (!message.get("type").asText().equals("run_finished")) {
                if (message.get("type").asText().equals("code_output")) {
                    Instant now = Instant.now();
                    BigDecimal here =
                            BigDecimal.valueOf(now.getEpochSecond())
                                    .add(BigDecimal.valueOf(now.getNano(), 9));
                    String printed = message.at("/payload/text").asText().strip();
                    all.add(here.subtract(new BigDecimal(printed)).doubleValue() * 1e3);
                }
                message = other.next();
            }
            return all;
        }

        List<Double> keys(int times) {
            List<Double> all = new ArrayList<>();
            long due = System.nanoTime();
            for (int i = 0; i < times; i++) {
                due += KEY_NANOS;
                LockSupport.parkNanos(due - System.nanoTime());
                long start = System.nanoTime();
                String operation = revision == 0 ? "['a']" : "['a'," + revision + "]";
                host.command(
                        "code_update",
                        "{'doc':'main','revision':%d,'operation':%s}"
                                .formatted(revision++, operation));
                other.await("code_update");
                all.add((System.nanoTime() - start) / 1e6);
            }
            return all;
        }

        @Override
        public void close() {
            host.close();
            other.close();
        }
    }

    /// A room in which an endless loop is started again whenever its time is over.
    private static final class Loop implements AutoCloseable {
        private final Pair pair;
        private final Thread thread;
        private volatile boolean ending;

        private Loop(Pair pair) {
            this.pair = pair;
            thread = Thread.ofPlatform().start(this::goOn);
        }

        static Loop in(TestRelay relay) {
            return new Loop(Pair.in(relay, LOOP));
        }

        private void goOn() {
            while (!ending) {
                pair.host.command("run_code", "{'doc':'main'}");
                String run = pair.other.await("run_started").at("/payload/runId").asText();
                pair.other.await(message ->
                        message.at("/payload/runId").asText().equals(run)
                                && message.get("type").asText().equals("run_finished"));
            }
        }

        @Override
        public void close() throws InterruptedException {
            ending = true;
            thread.join();
            pair.close();
        }
    }

    private static void print(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f |%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100));
    }
}
