package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The relay as people run it: `java -jar`.
class RelayJarIT {
    private static final String READY = "tandem-relay ready ";

    @TempDir private Path folder;

    private RelayJar serve() throws Exception {
        return RelayJar.start("serve", "--port", "0", "--data", folder.toString());
    }

    private CommandLineRun add(String email) throws Exception {
        return RelayJar.run(
                "secret\n",
                "user",
                "add",
                "--data",
                folder.toString(),
                "--email",
                email,
                "--name",
                "Ada",
                "--password-stdin");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is not asked to end")
    void servesAndGoesInOrderWhenItIsTold() throws Exception {
        try (RelayJar relay = serve();
                HttpClient http = HttpClient.newHttpClient()) {
            String ready = relay.readLine();
            assertThat(ready).matches(READY + "http://127\\.0\\.0\\.1:\\d+");
            URI address = URI.create(ready.substring(READY.length()));
            assertThat(status(http, address.resolve("/health/ready"))).isEqualTo(200);
            CompletableFuture<Integer> closeCode = connect(http, address);

            assertRefusedWhileItRuns();

            relay.terminate();
            assertThat(closeCode.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            CommandLineRun run = relay.end();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).doesNotContain("\tat ").doesNotContain("WARNING:");
        }
        assertThat(add("ada@example.org").exitCode()).isZero();
    }

    private void assertRefusedWhileItRuns() throws Exception {
        String sentence = "A relay is running on the data folder " + folder;
        CommandLineRun added = add("ada@example.org");
        assertThat(added.exitCode()).isEqualTo(1);
        assertThat(added.err()).contains(sentence);
        try (RelayJar second = serve()) {
            CommandLineRun refused = second.end();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains(sentence);
        }
    }

    @Test
    void keepsAccounts() throws Exception {
        assertThat(add("ada@example.org").exitCode()).isZero();
        assertThat(add("ada@example.org").exitCode()).isEqualTo(1);
        CommandLineRun listed = RelayJar.run("", "user", "list", "--data", folder.toString());
        assertThat(listed.out().lines()).containsExactly("ada@example.org\tAda");
        assertThat(listed.err()).isEmpty();
    }

    @Test
    void namesWhatItCannotUse() throws Exception {
        CommandLineRun run = RelayJar.run("", "serve", "--port", "many");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--port").doesNotContain("\tat ");
    }

    @Test
    void readsItsFileAndItsEnvironment() throws Exception {
        Path file = Files.writeString(folder.resolve("relay.yaml"), "port: 1\ndata: interviews");
        Map<String, String> environment =
                Map.of("TANDEM_CONFIG", file.toString(), "TANDEM_PORT", "0");
        try (RelayJar relay = RelayJar.start(environment, "serve");
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create(relay.readLine().substring(READY.length()));
            assertThat(status(http, address.resolve("/health/ready"))).isEqualTo(200);
            assertThat(folder.resolve("interviews")).isNotEmptyDirectory();
        }
    }

    @Test
    void namesEverythingThatIsWrongInItsConfiguration() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("relay.yaml"),
                        "limits:\n  participants-per-room: 0\n  mesage: 2MiB\n");
        Map<String, String> environment =
                Map.of("TANDEM_LIMITS_MESAGE", "2MiB", "TANDEM_PORT", "many");
        try (RelayJar relay =
                RelayJar.start(
                        environment, "serve", "--config", file.toString(), "--room-size", "501")) {
            CommandLineRun run = relay.end();
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .containsExactly(
                            file + ":2: limits.participants-per-room: 0 is too few; from 1 to 500",
                            file
                                    + ":3: limits.mesage: there is no such key; did you mean"
                                    + " limits.message?",
                            "TANDEM_LIMITS_MESAGE: there is no such variable; did you mean"
                                    + " TANDEM_LIMITS_MESSAGE?",
                            "TANDEM_PORT: 'many' is no whole number",
                            "--room-size: 501 is too many; from 1 to 500",
                            "Try 'tandem-relay serve --help'.");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is not asked to end")
    void saysAsMuchAsItIsTold() throws Exception {
        try (RelayJar talkative = serveAtLevel("info");
                RelayJar quiet = serveAtLevel("error")) {
            assertThat(lastWords(talkative)).contains("Going down");
            assertThat(lastWords(quiet)).doesNotContain("Going down");
        }
    }

    private RelayJar serveAtLevel(String level) throws Exception {
        String data = folder.resolve(level).toString();
        return RelayJar.start(
                Map.of("TANDEM_LOG_LEVEL", level, "TANDEM_DATA", data), "serve", "--port=0");
    }

    private static String lastWords(RelayJar relay) throws Exception {
        relay.readLine();
        relay.terminate();
        return relay.end().err();
    }

    @Test
    void knowsItsVersion() throws Exception {
        CommandLineRun run = RelayJar.run("", "--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("tandem-relay \\d+\\.\\d+\\.\\d+.*\\R");
    }

    private static int status(HttpClient http, URI uri) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /// Opens a connection to a room; the future tells how it was closed.
    private static CompletableFuture<Integer> connect(HttpClient http, URI address) {
        CompletableFuture<Integer> closeCode = new CompletableFuture<>();
        URI room = URI.create(address.toString().replace("http", "ws") + "/api/v1/room");
        http.newWebSocketBuilder()
                .subprotocols("tandem.v1")
                .buildAsync(
                        room,
                        new WebSocket.Listener() {
                            @Override
                            public @Nullable CompletionStage<?> onClose(
                                    WebSocket socket, int code, String reason) {
                                closeCode.complete(code);
                                return null;
                            }
                        })
                .join();
        return closeCode;
    }
}
