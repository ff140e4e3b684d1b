package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Ping;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.message.Envelope;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.JoinRoom.ByCode;
import dev.tandem.protocol.message.JoinRoom.ByHostToken;
import dev.tandem.protocol.message.JoinRoom.ByResumeToken;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `{"type": T, "id": N, "payload": {…}}`, from client to relay.
final class ClientMessageCodec {
    private static final int MOST_SELECTIONS = 100;

    private ClientMessageCodec() {}

    static Envelope read(String json) throws BadMessage {
        Fields message = new Fields(Json.parse(json));
        CommandId id = message.usableCommandId("id");
        try {
            return new Envelope(id, message(message));
        } catch (BadMessage e) {
            throw e.inReplyTo(id);
        }
    }

    private static ClientMessage message(Fields message) throws BadMessage {
        String type = message.text("type");
        return switch (type) {
            case "join_room" -> join(message.object("payload"));
            case "cursor" -> cursor(message.object("payload"));
            case "typing" -> new Typing(message.object("payload").flag("on"));
            case "diverged" -> diverged(message.object("payload"));
            case "ping" -> new Ping(message.object("payload").number("t"));
            default -> command(type, message);
        };
    }

    private static Command command(String type, Fields message) throws BadMessage {
        if (!IntentCodec.knows(type)) {
            throw BadMessage.unknownType(type);
        }
        return new Command(
                message.commandId("id"), IntentCodec.read(type, message.object("payload")));
    }

    private static JoinRoom join(Fields f) throws BadMessage {
        long ways = Stream.of("code", "hostToken", "resumeToken").filter(f::has).count();
        if (ways != 1) {
            throw BadMessage.field("payload", "one of code, hostToken and resumeToken");
        }
        if (f.has("code")) {
            return new ByCode(f.text("code"), name(f), f.textOrNull("password"));
        }
        return f.has("hostToken")
                ? new ByHostToken(f.text("hostToken"), name(f))
                : new ByResumeToken(f.text("resumeToken"), lastSeq(f));
    }

    private static String name(Fields f) throws BadMessage {
        return f.line("name", Limits.NAME_LENGTH);
    }

    /// A number that cannot be a place in a log asks for the whole state.
    private static @Nullable Seq lastSeq(Fields f) throws BadMessage {
        if (!f.has("lastSeq")) {
            return null;
        }
        Number lastSeq = f.number("lastSeq");
        boolean usable = lastSeq instanceof Integer || lastSeq instanceof Long;
        return usable && lastSeq.longValue() >= 0 ? new Seq(lastSeq.longValue()) : null;
    }

    /// Whoever has very many carets shows the first of them.
    private static Cursor cursor(Fields f) throws BadMessage {
        List<Selection> selections = f.list("selections", ClientMessageCodec::selection);
        int shown = Math.min(selections.size(), MOST_SELECTIONS);
        return new Cursor(f.doc(), f.revision(), selections.subList(0, shown));
    }

    private static Diverged diverged(Fields f) throws BadMessage {
        return new Diverged(f.doc(), f.revision(), f.hash());
    }

    static Selection selection(JsonNode node) throws BadMessage {
        if (node.isArray() && node.size() == 2 && isOffset(node.get(0)) && isOffset(node.get(1))) {
            return new Selection(node.get(0).intValue(), node.get(1).intValue());
        }
        throw BadMessage.field("selections", "a list of [anchor, head]");
    }

    private static boolean isOffset(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
    }

    static JsonNode write(Selection selection) {
        return JsonNodeFactory.instance.arrayNode().add(selection.anchor()).add(selection.head());
    }

    static ObjectNode write(ClientMessage message) {
        return switch (message) {
            case Command(CommandId id, Intent intent) ->
                    envelope(IntentCodec.type(intent), IntentCodec.write(intent))
                            .put("id", id.value());
            case JoinRoom join -> envelope("join_room", write(join));
            case Cursor cursor -> envelope("cursor", write(cursor));
            case Typing(boolean on) -> envelope("typing", Json.object().put("on", on));
            case Diverged(var doc, var revision, String hash) ->
                    envelope("diverged", check(doc, revision, hash));
            case Ping(Number t) -> envelope("ping", Json.object().set("t", Json.value(t)));
        };
    }

    private static ObjectNode envelope(String type, JsonNode payload) {
        return Json.object().put("type", type).set("payload", payload);
    }

    private static ObjectNode write(JoinRoom join) {
        ObjectNode node = Json.object();
        switch (join) {
            case ByCode(String code, String name, var password) -> {
                node.put("code", code).put("name", name);
                if (password != null) {
                    node.put("password", password);
                }
            }
            case ByHostToken(String token, String name) ->
                    node.put("hostToken", token).put("name", name);
            case ByResumeToken(String token, var lastSeq) -> {
                node.put("resumeToken", token);
                if (lastSeq != null) {
                    node.put("lastSeq", lastSeq.value());
                }
            }
        }
        return node;
    }

    /// What a text is at a revision, as both sides say it.
    static ObjectNode check(DocumentId doc, Revision revision, String hash) {
        return Json.object()
                .put("doc", doc.value())
                .put("revision", revision.value())
                .put("hash", hash);
    }

    private static ObjectNode write(Cursor cursor) {
        ObjectNode node =
                Json.object()
                        .put("doc", cursor.doc().value())
                        .put("revision", cursor.revision().value());
        node.set("selections", Json.array(cursor.selections(), ClientMessageCodec::write));
        return node;
    }
}
