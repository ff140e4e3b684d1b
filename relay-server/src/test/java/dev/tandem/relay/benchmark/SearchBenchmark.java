package dev.tandem.relay.benchmark;

import dev.tandem.relay.RelayServer;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.sessionlog.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How quickly past interviews are found, over HTTP. It runs only if it is named,
/// docs/performance.md says how. What it makes stays in the folder for another time.
class SearchBenchmark {
    private static final int SESSIONS = Integer.getInteger("tandem.sessions", 5_000);
    private static final int EVENTS = Integer.getInteger("tandem.events", 600);
    private static final int WARM_UP = 15;
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final int TIMES = Integer.getInteger("tandem.times", 60);

    @Test
    void measure() throws Exception {
        Path folder = Path.of(System.getProperty("tandem.folder", "target/many-sessions"));
        if (!Files.exists(folder)) {
            prepare(folder);
        }
        long bytes = Files.size(folder.resolve("tandem.mv.db"));
        System.out.printf("%,d sessions, database %,d MiB%n", SESSIONS, bytes >> 20);
        if (Boolean.getBoolean("tandem.prepare")) {
            return;
        }
        RelayConfig config =
                RelayConfig.defaults(folder)
                        .with()
                        .port(0)
                        .openHost(true)
                        .set("runs.on", "false")
                        .build();
        try (RelayServer relay = RelayServer.start(config);
                HttpClient http = HttpClient.newHttpClient()) {
            System.out.println("| asked for | p50 ms | p99 ms | longest ms | KiB |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            for (String query :
                    new String[] {
                        "",
                        "status=ended&language=go",
                        "sort=longest",
                        "sort=title",
                        "query=demir%20N",
                        "text=sorted",
                        "text=" + ManySessions.RARE,
                        "text=nowhere%20N",
                        "any=nowhere%20N",
                        "any=nowhere%20N&language=go&sort=title"
                    }) {
                measure(relay, http, query);
            }
            walk(relay, http, "sort=newest");
            walk(relay, http, "sort=title");
        }
    }

    private static void prepare(Path folder) throws Exception {
        long begun = System.nanoTime();
        try (Database database = Database.open(folder)) {
            new ManySessions(EVENTS).make(database, SESSIONS);
            report("made in", begun);
            long digesting = System.nanoTime();
            try (Digests digests = new Digests(database.sessions(), database.sessionLog())) {
                while (!database.sessions().undigested().isEmpty()) {
                    digests.awaitMade();
                }
            }
            report("digested in", digesting);
        }
    }

    private static void report(String what, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("%s %d s%n", what, took.toSeconds());
    }

    private static void measure(RelayServer relay, HttpClient http, String query) throws Exception {
        long[] nanos = new long[TIMES];
        int length = 0;
        for (int i = -WARM_UP; i < TIMES; i++) {
            long begun = System.nanoTime();
            length = ask(relay, http, varied(query, i)).length();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
        }
        report("`" + query + "`", nanos, length);
    }

    /// No two questions are the same, since the database would remember the answer.
    private static String varied(String query, int turn) {
        return query.replace("N", Integer.toString(4_000 + turn)) + "&from=" + (WARM_UP + turn);
    }

    /// All pages of the list, one after the other.
    private static void walk(RelayServer relay, HttpClient http, String query) throws Exception {
        List<Long> nanos = new ArrayList<>();
        String cursor = "";
        int length = 0;
        do {
            long begun = System.nanoTime();
            String page = ask(relay, http, query + cursor);
            nanos.add(System.nanoTime() - begun);
            length = Math.max(length, page.length());
            Matcher next = NEXT.matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        } while (!cursor.isEmpty());
        report(
                "`%s`, page after page, %d pages".formatted(query, nanos.size()),
                nanos.stream().mapToLong(Long::longValue).toArray(),
                length);
    }

    private static void report(String what, long[] nanos, int length) {
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %d |%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                length >> 10);
    }

    private static String ask(RelayServer relay, HttpClient http, String query) throws Exception {
        URI uri = relay.address().resolve("/api/v1/sessions?" + query);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + relay.localKey())
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.body();
    }
}
