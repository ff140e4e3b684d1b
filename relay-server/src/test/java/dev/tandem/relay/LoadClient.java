package dev.tandem.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// A participant who edits without a pause, over one connection after the other, and remembers all
/// they were told. Every edit of everyone inserts one character at the beginning of an empty
/// document, so that at revision n the text has n characters and nothing has to be transformed
/// here.
///
/// Thread-safe.
final class LoadClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IN_FLIGHT = 4;

    private final HttpClient http;
    private final String firstJoin;
    private final Map<Long, JsonNode> heard = new TreeMap<>();
    private final Map<Long, Long> acknowledged = new HashMap<>();
    private final StringBuilder complaints = new StringBuilder();
    private Connection connection;
    private String participantId;
    private String resumeToken;
    private long lastSeq;
    private long revision;
    private long lastId;
    private long ackedHere;

    /// @param firstJoin the payload by which they come the first time
    LoadClient(HttpClient http, String firstJoin) {
        this.http = http;
        this.firstJoin = firstJoin;
    }

    /// Opens a connection and comes in, or back; the edits begin by themselves.
    void connect(URI relay) {
        Connection fresh = new Connection();
        synchronized (this) {
            connection = fresh;
            ackedHere = 0;
        }
        URI room = URI.create("ws" + relay.toString().substring(4) + "/api/v1/room");
        WebSocket socket =
                http.newWebSocketBuilder().subprotocols("tandem.v1").buildAsync(room, fresh).join();
        fresh.send(socket, "{\"type\":\"join_room\",\"payload\":%s}".formatted(join()));
    }

    private synchronized String join() {
        return resumeToken == null
                ? firstJoin
                : "{\"resumeToken\":\"%s\",\"lastSeq\":%d}".formatted(resumeToken, lastSeq);
    }

    synchronized String participantId() {
        return participantId;
    }

    /// How many of their edits were acknowledged over the newest connection.
    synchronized long acknowledgedHere() {
        return ackedHere;
    }

    /// The events they were told of, by `seq`.
    synchronized Map<Long, JsonNode> heard() {
        return new TreeMap<>(heard);
    }

    /// The `seq` of each of their commands that was acknowledged, by its id.
    synchronized Map<Long, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /// What the relay should not have said.
    synchronized String complaints() {
        return complaints.toString();
    }

    private synchronized void take(Connection from, WebSocket socket, JsonNode message) {
        if (from != connection) {
            return;
        }
        switch (message.get("type").asText()) {
            case "room_state" -> begin(from, socket, message.get("payload"));
            case "ack" -> {
                acknowledged.put(message.get("replyTo").asLong(), message.get("seq").asLong());
                ackedHere++;
                follow(message);
                edit(from, socket);
            }
            case "error" -> complaints.append(message).append('\n');
            default -> {
                if (message.has("seq")) {
                    hear(message);
                }
            }
        }
    }

    private void begin(Connection from, WebSocket socket, JsonNode state) {
        participantId = state.at("/you/participantId").asText();
        resumeToken = state.at("/you/resumeToken").asText();
        lastId = Math.max(lastId, state.at("/you/lastId").asLong());
        if (state.get("seq").asLong() < lastSeq) {
            complaints.append("the relay is behind its client: ").append(lastSeq).append('\n');
        }
        if (state.has("events")) {
            state.get("events").forEach(this::hear);
        } else if (lastSeq > 0) {
            complaints.append("the whole state came instead of what was missed\n");
        } else {
            revision = state.at("/documents/0/revision").asLong();
            lastSeq = state.get("seq").asLong();
        }
        for (int i = 0; i < IN_FLIGHT; i++) {
            edit(from, socket);
        }
    }

    private void hear(JsonNode event) {
        heard.put(event.get("seq").asLong(), event);
        follow(event);
    }

    /// An event, or the acknowledgement in its place.
    private void follow(JsonNode told) {
        long seq = told.get("seq").asLong();
        if (seq <= lastSeq) {
            complaints.append("seq ").append(seq).append(" after ").append(lastSeq).append('\n');
        }
        lastSeq = seq;
        revision = Math.max(revision, told.at("/payload/revision").asLong());
    }

    private void edit(Connection over, WebSocket socket) {
        String operation = revision == 0 ? "[\"x\"]" : "[\"x\",%d]".formatted(revision);
        over.send(
                socket,
                "{\"type\":\"code_update\",\"id\":%d,\"payload\":{\"doc\":\"main\",\"revision\":%d,\"operation\":%s}}"
                        .formatted(++lastId, revision, operation));
    }

    private final class Connection implements WebSocket.Listener {
        private final StringBuilder pieces = new StringBuilder();
        private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

        /// One message after the other; what cannot be sent any more is not.
        private synchronized void send(WebSocket socket, String text) {
            sending = sending.thenCompose(_ -> socket.sendText(text, true));
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            pieces.append(text);
            if (last) {
                take(this, socket, parse(pieces.toString()));
                pieces.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            if (error instanceof CompletionException) {
                complaints.append(error).append('\n');
            }
        }
    }
}
