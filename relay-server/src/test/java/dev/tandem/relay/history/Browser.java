package dev.tandem.relay.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.relay.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Chromium without a window and without a network, driven over its DevTools protocol. It has one
/// page. For one thread.
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private String session;
    private int lastId;

    private Browser(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        socket = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
    }

    /// Leaves a test out where there is none; where `TANDEM_BROWSER=required` it fails there.
    static Browser start() throws IOException {
        String program = find();
        if (program == null) {
            String reason = "there is no Chromium on the PATH";
            System.out.println("left out what needs a browser: " + reason);
            Assumptions.assumeTrue("required".equals(System.getenv("TANDEM_BROWSER")), reason);
            throw new AssertionError(reason);
        }
        Path folder = Files.createTempDirectory("tandem-browser");
        Process process =
                new ProcessBuilder(
                                program,
                                "--headless=new",
                                "--no-sandbox", // it runs as root in containers
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--hide-scrollbars",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + folder,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Browser browser = new Browser(process, folder, address(process, folder));
        browser.attach();
        return browser;
    }

    private static String find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /// It writes down where it listens: the port, and a path on the next line.
    private static URI address(Process process, Path folder) {
        Path file = folder.resolve("DevToolsActivePort");
        List<String> lines = new ArrayList<>();
        Eventually.until(
                "Chromium listens; running: " + process.isAlive(),
                () -> {
                    lines.clear();
                    lines.addAll(lines(file));
                    return lines.size() > 1;
                });
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            return List.of();
        }
    }

    private void attach() {
        JsonNode targets = send("Target.getTargets", node()).get("targetInfos");
        for (JsonNode target : targets) {
            if (target.get("type").asText().equals("page")) {
                ObjectNode which =
                        node().put("targetId", target.get("targetId").asText())
                                .put("flatten", true);
                session = send("Target.attachToTarget", which).get("sessionId").asText();
            }
        }
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            send(domain + ".enable", node());
        }
    }

    static ObjectNode node() {
        return JSON.createObjectNode();
    }

    /// Asks for something, and waits for the answer.
    JsonNode send(String method, ObjectNode parameters) {
        int id = ++lastId;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = node().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode answered = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (answered.has("error")) {
            throw new AssertionError(method + ": " + answered.get("error"));
        }
        return answered.get("result");
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    void before(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", node().put("source", script));
    }

    /// Opens a file and waits until a condition holds in it.
    void open(Path file, String condition) {
        heard.clear();
        send("Page.navigate", node().put("url", file.toUri().toString()));
        await("document.readyState === 'complete' && (" + condition + ")");
    }

    /// Waits in the page until a condition holds.
    void await(String condition) {
        eval(
                """
                new Promise(done => {
                  const look = () => (%s) ? done(true) : setTimeout(look, 5);
                  look();
                })\
                """
                        .formatted(condition));
    }

    /// The value of an expression, or of what it promises.
    JsonNode eval(String expression) {
        JsonNode result =
                send(
                        "Runtime.evaluate",
                        node().put("expression", expression)
                                .put("awaitPromise", true)
                                .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value");
    }

    void look(int width, int height, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                node().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode media = node();
        media.putArray("features")
                .add(
                        node().put("name", "prefers-color-scheme")
                                .put("value", dark ? "dark" : "light"));
        send("Emulation.setEmulatedMedia", media);
    }

    void photograph(Path file) throws IOException {
        String png = send("Page.captureScreenshot", node()).get("data").asText();
        Files.write(file, Base64.getDecoder().decode(png));
    }

    /// All that the page asked for since it was opened.
    List<String> requests() {
        return heard.stream()
                .filter(message -> method(message).equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .toList();
    }

    /// What went wrong in the page since it was opened, broken policies included.
    List<String> faults() {
        return heard.stream()
                .filter(message ->
                        method(message).equals("Runtime.exceptionThrown")
                                || (method(message).equals("Log.entryAdded")
                                        && !message.at("/params/entry/level")
                                                .asText()
                                                .equals("info")))
                .map(JsonNode::toString)
                .toList();
    }

    private static String method(JsonNode message) {
        return message.path("method").asText();
    }

    /// It is asked to end; what it left behind is deleted, as far as that can be.
    @Override
    public void close() throws IOException {
        session = null;
        send("Browser.close", node());
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        socket.abort();
        http.close();
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder pieces = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            pieces.append(text);
            if (last) {
                hear(pieces.toString());
                pieces.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void hear(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt(0));
                if (answer == null) {
                    heard.add(message);
                } else {
                    answer.complete(message);
                }
            } catch (IOException e) {
                asked.values().forEach(answer -> answer.completeExceptionally(e));
            }
        }
    }
}
