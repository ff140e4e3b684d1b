package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What durability costs. It runs only if it is named, docs/performance.md says how.
///
/// Events of 120 bytes or so go to many sessions, first so many a second, each at its due time
/// whether or not those before it are done, then as fast as they are taken. Waits count from the
/// due time.
class StorageBenchmark {
    private static final int SESSIONS = 50;
    private static final int PER_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final String TEXT = "x".repeat(100);

    @TempDir private Path folder;
    private Database database;

    @Test
    void measure() throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("tandem.seconds", 15));
        System.out.println(
                "| durability | offered | stored /s | p50 ms | p99 ms | longest ms | MiB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (Durability durability : Durability.values()) {
            run(durability, time);
        }
    }

    private void run(Durability durability, Duration time) throws Exception {
        Path data = folder.resolve(durability.name());
        try (Database open = Database.open(data, durability)) {
            database = open;
            offer(WARM_UP);
            report(data, durability, PER_SECOND + " /s", time, offer(time));
            report(data, durability, "all that is taken", time, flatOut(time));
        }
    }

    private static void report(
            Path data, Durability durability, String offered, Duration time, long[] nanos)
            throws Exception {
        Arrays.sort(nanos);
        System.out.printf(
                "| `%s` | %s | %,d | %.1f | %.1f | %.0f | %d |%n",
                durability.name().toLowerCase(Locale.ROOT),
                offered,
                nanos.length / time.toSeconds(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                Files.size(data.resolve(DatabaseFile.FILE_NAME)) >> 20);
    }

    /// How long each event took from when it was due.
    private long[] offer(Duration time) throws InterruptedException {
        Log[] logs = logs();
        int count = (int) (PER_SECOND * time.toSeconds());
        long[] nanos = new long[count];
        CountDownLatch left = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int n = i;
            long due = start + i * (1_000_000_000L / PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var _ =
                    logs[i % SESSIONS]
                            .append()
                            .thenRun(() -> {
                                nanos[n] = System.nanoTime() - due;
                                left.countDown();
                            });
        }
        left.await();
        return nanos;
    }

    /// As many authors as sessions, each waiting for its event before it brings the next.
    private long[] flatOut(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long[] nanos = new long[5_000_000];
        AtomicLong count = new AtomicLong();
        List<Thread> authors =
                Arrays.stream(logs())
                        .map(log ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            while (System.nanoTime() < end) {
                                                long begun = System.nanoTime();
                                                log.append().join();
                                                nanos[(int) count.getAndIncrement()] =
                                                        System.nanoTime() - begun;
                                            }
                                        }))
                        .toList();
        for (Thread author : authors) {
            author.join();
        }
        return Arrays.copyOf(nanos, (int) count.get());
    }

    private Log[] logs() {
        return IntStream.range(0, SESSIONS)
                .mapToObj(_ -> {
                    SessionId id = Logs.newId();
                    database.sessions().create(Logs.session(id), Logs.beginning("Talk"));
                    return new Log(id);
                })
                .toArray(Log[]::new);
    }

    /// Appends one event after the other, whether or not those before it are done.
    private final class Log {
        private final SessionId id;
        private Seq head = new Seq(2);

        Log(SessionId id) {
            this.id = id;
        }

        synchronized CompletableFuture<?> append() {
            List<LoggedEvent> events = Logs.said(head, TEXT);
            var done = database.sessionLog().append(id, head, events);
            head = events.getLast().seq();
            return done;
        }
    }
}
