package dev.tandem.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/// A client that knows nothing but JSON and WebSocket, to talk to a relay as a stranger would.
/// Waits with a deadline for what it wants to hear. For one thread.
public final class TestClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_CLOSED = 0;

    private final HttpClient http;
    private final Ear ear = new Ear();
    private WebSocket socket;
    private long lastId;

    private TestClient(HttpClient http) {
        this.http = http;
    }

    /// Opens a connection.
    ///
    /// @param relay `http://HOST:PORT`
    public static TestClient connect(URI relay) {
        return connect(relay, HttpClient.newHttpClient());
    }

    /// @param relay `http://HOST:PORT` or `https://HOST:PORT`
    static TestClient connect(URI relay, HttpClient http) {
        TestClient client = new TestClient(http);
        client.socket =
                client.http
                        .newWebSocketBuilder()
                        .subprotocols("tandem.v1")
                        .buildAsync(
                                URI.create("ws" + relay.toString().substring(4) + "/api/v1/room"),
                                client.ear)
                        .join();
        return client;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    // ------------------------------------------------------------------------------ saying

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void sendInPieces(String text, int length) {
        for (int at = 0; at < text.length(); at += length) {
            int end = Math.min(text.length(), at + length);
            socket.sendText(text.substring(at, end), end == text.length()).join();
        }
    }

    public void sendBinary(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /// Sends a message without an id; `payload` is JSON, in which ' may stand for ".
    public void say(String type, String payload) {
        send("{\"type\":\"%s\",\"payload\":%s}".formatted(type, payload.replace('\'', '"')));
    }

    /// Sends a command under the next id, and returns the id.
    public long command(String type, String payload) {
        command(++lastId, type, payload);
        return lastId;
    }

    public void command(long id, String type, String payload) {
        lastId = Math.max(lastId, id);
        send(
                "{\"type\":\"%s\",\"id\":%d,\"payload\":%s}"
                        .formatted(type, id, payload.replace('\'', '"')));
    }

    // ----------------------------------------------------------------------------- joining

    /// Joins by an invite code, and returns the room's state.
    public JsonNode join(String code, String name) {
        say("join_room", "{'code':'%s','name':'%s'}".formatted(code, name));
        return await("room_state").get("payload");
    }

    public JsonNode joinAsHost(String hostToken, String name) {
        say("join_room", "{'hostToken':'%s','name':'%s'}".formatted(hostToken, name));
        return await("room_state").get("payload");
    }

    public JsonNode resume(String resumeToken, long lastSeq) {
        say("join_room", "{'resumeToken':'%s','lastSeq':%d}".formatted(resumeToken, lastSeq));
        return await("room_state").get("payload");
    }

    // ----------------------------------------------------------------------------- hearing

    /// The next message that was not taken yet, but for a `head`, which comes when it is signed.
    public JsonNode next() {
        JsonNode message = take();
        while (isHead(message)) {
            message = take();
        }
        return message;
    }

    private static boolean isHead(JsonNode message) {
        return message.get("type").asText().equals("head");
    }

    private JsonNode take() {
        Eventually.until("a message comes; closed: " + ear.closeCode(), ear::hasHeard);
        return ear.take();
    }

    /// The next message of this type; those before it are dropped.
    public JsonNode await(String type) {
        return await(message -> message.get("type").asText().equals(type));
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode message = take();
        while (!wanted.test(message)) {
            message = take();
        }
        return message;
    }

    /// The answer to a command of this id; what comes before it is dropped.
    public JsonNode answer(long id) {
        return await(message -> message.path("replyTo").asLong() == id);
    }

    /// Waits until the relay closes the connection, and returns the code; -1 for none.
    public int closeCode() {
        Eventually.until("the connection is closed", () -> ear.closeCode() != NOT_CLOSED);
        return ear.closeCode();
    }

    public boolean isOpen() {
        return ear.closeCode() == NOT_CLOSED;
    }

    /// From now on nothing is read from the network, until [#listen].
    public void stopListening() {
        ear.setListening(false);
    }

    public void listen() {
        ear.setListening(true);
        socket.request(1);
    }

    /// Cuts the wire without a word.
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private static final class Ear implements WebSocket.Listener {
        private final Deque<JsonNode> heard = new ArrayDeque<>();
        private final StringBuilder pieces = new StringBuilder();
        private boolean listening = true;
        private int closeCode = NOT_CLOSED;

        @Override
        public synchronized CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            pieces.append(text);
            if (last) {
                heard.add(json(pieces.toString()));
                pieces.setLength(0);
            }
            if (listening) {
                socket.request(1);
            }
            return CompletableFuture.completedStage(null);
        }

        @Override
        public synchronized CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closeCode = code;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public synchronized void onError(WebSocket socket, Throwable error) {
            closeCode = closeCode == NOT_CLOSED ? -1 : closeCode;
        }

        synchronized boolean hasHeard() {
            return !heard.isEmpty();
        }

        synchronized JsonNode take() {
            return heard.removeFirst();
        }

        synchronized int closeCode() {
            return closeCode;
        }

        synchronized void setListening(boolean on) {
            listening = on;
        }
    }
}
