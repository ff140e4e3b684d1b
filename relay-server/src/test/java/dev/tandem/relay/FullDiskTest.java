package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay on a disk that is really full, be it a small file system in memory, which this relay
/// alone sees, or files that may not grow.
class FullDiskTest {
    private static final int DISK_MIB = 40;
    private static final List<String> ALONE = List.of("unshare", "--mount", "sh", "-c");
    private static final List<String> PLAIN = List.of("sh", "-c");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void theAuthorIsToldAndItGoesOnWhenThereIsRoomAgain() throws Exception {
        assumeTrue(
                works(ALONE, mount()),
                "no right to mount a small file system: no disk can be full");
        try (RelayProcess relay = serve(ALONE, mount())) {
            Path ballast = Path.of("/proc/" + relay.pid() + "/root" + folder, "ballast");
            checkTold(relay, () -> fill(ballast), () -> leave(relay, ballast));
        }
    }

    /// Here it is not seen before that there is no room: H2 cannot write, and closes its database.
    @Test
    void nothingIsLostWhereTheDatabaseItselfMeetsTheEnd() throws Exception {
        assumeTrue(works(PLAIN, "prlimit --version"), "no prlimit, so files cannot be kept short");
        try (RelayProcess relay = serve(PLAIN, "true")) {
            checkTold(relay, () -> limit(relay, "1000000"), () -> limit(relay, "unlimited"));
        }
    }

    private static void leave(RelayProcess relay, Path ballast) throws IOException {
        HttpResponse<String> ready = get(relay.address(), "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"database\":\"down\"");
        Files.delete(ballast);
    }

    @FunctionalInterface
    private interface Act {
        void act() throws Exception;
    }

    private static void checkTold(RelayProcess relay, Act fill, Act makeRoom) throws Exception {
        try (TestClient ada = TestClient.connect(relay.address());
                TestClient bob = TestClient.connect(relay.address())) {
            JsonNode session = create(relay.address());
            ada.joinAsHost(session.get("hostToken").asText(), "Ada");
            bob.join(session.at("/invites/candidate/code").asText(), "Bob");
            assertThat(say(ada, "before").get("type").asText()).isEqualTo("ack");
            bob.await("chat_message");

            fill.act();
            JsonNode refused = sayUntilRefused(ada, bob);
            assertThat(refused.at("/payload/code").asText()).isEqualTo("internal");
            assertThat(refused.at("/payload/message").asText()).contains("could not store");

            makeRoom.act();
            Eventually.until(
                    "it is ready again",
                    () -> get(relay.address(), "/health/ready").statusCode() == 200);
            long seq = say(ada, "after").get("seq").asLong();
            JsonNode heard = bob.await("chat_message");
            assertThat(heard.at("/payload/text").asText()).isEqualTo("after");
            assertThat(heard.get("seq").asLong()).isEqualTo(seq);
        }
    }

    /// Everything that is taken is heard, and in the end something is not.
    private static JsonNode sayUntilRefused(TestClient ada, TestClient bob) {
        while (true) {
            JsonNode answer = say(ada, "x".repeat(4_000));
            if (!answer.get("type").asText().equals("ack")) {
                return answer;
            }
            assertThat(bob.await("chat_message").get("seq")).isEqualTo(answer.get("seq"));
        }
    }

    private static void limit(RelayProcess relay, String bytes) throws Exception {
        String[] command = {"prlimit", "--pid=" + relay.pid(), "--fsize=" + bytes + ":unlimited"};
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static JsonNode say(TestClient who, String text) {
        return who.answer(who.command("chat_message", "{'text':'%s'}".formatted(text)));
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < DISK_MIB * 16; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /// @param before a command that is run first
    private RelayProcess serve(List<String> shell, String before) throws IOException {
        List<String> starter = new ArrayList<>(shell);
        starter.addAll(List.of(before + " && exec \"$@\"", "sh"));
        return RelayProcess.serve(starter, folder.resolve("data"), 0);
    }

    private String mount() {
        return "mount -t tmpfs -o size=%dm tmpfs '%s'".formatted(DISK_MIB, folder);
    }

    private static boolean works(List<String> shell, String command) throws InterruptedException {
        List<String> all = new ArrayList<>(shell);
        all.add(command);
        try {
            return new ProcessBuilder(all).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode create(URI relay) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(relay.resolve("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"title\":\"Test\"}"))
                        .build();
        return JSON.readTree(send(request).body());
    }

    private static HttpResponse<String> get(URI relay, String path) {
        return send(HttpRequest.newBuilder(relay.resolve(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
