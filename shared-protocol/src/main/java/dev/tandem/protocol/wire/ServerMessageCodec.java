package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.message.ServerMessage.Duplicate;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.message.ServerMessage.Noted;
import dev.tandem.protocol.message.ServerMessage.Pong;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.message.ServerMessage.RunnerChanged;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.message.ServerMessage.TypingChanged;
import dev.tandem.protocol.message.ServerMessage.Unknown;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the relay says: events, what passes, and answers.
final class ServerMessageCodec {
    private ServerMessageCodec() {}

    static ObjectNode write(ServerMessage message) {
        return switch (message) {
            case Event(LoggedEvent event) -> write(event);
            case Ack(var replyTo, var seq, long at, var payload) ->
                    answer("ack", replyTo, AcknowledgementCodec.write(payload))
                            .put("seq", seq.value())
                            .put("at", at);
            case Duplicate(CommandId replyTo) ->
                    answer("ack", replyTo, Json.object()).put("duplicate", true);
            case Noted(CommandId replyTo, long at) ->
                    answer("ack", replyTo, Json.object()).put("at", at);
            case Refused(var replyTo, Refusal refusal) -> answer("error", replyTo, write(refusal));
            case RoomSnapshot snapshot ->
                    answer("room_state", snapshot.replyTo(), SnapshotCodec.write(snapshot));
            case CursorMoved moved -> passing("cursor", moved.at(), moved.by(), write(moved));
            case TypingChanged(long at, var by, boolean on) ->
                    passing("typing", at, by, Json.object().put("on", on));
            case TextChecked(long at, var doc, var revision, String hash) ->
                    passing("check", at, null, ClientMessageCodec.check(doc, revision, hash));
            case RunProgressed progressed ->
                    passing("run_progress", progressed.at(), null, write(progressed));
            case RunnerChanged(long at, var runner) ->
                    passing("runner", at, null, RunCodec.write(runner));
            case HeadSigned(long at, var head) -> passing("head", at, null, HeadCodec.write(head));
            case Pong(Number t, long serverNow) ->
                    passing("pong", serverNow, null, pong(t, serverNow));
            case Unknown(String type, _) ->
                    throw new IllegalArgumentException("never sent: " + type);
        };
    }

    static ObjectNode write(LoggedEvent logged) {
        ParticipantId by = logged.by();
        ObjectNode node =
                Json.object()
                        .put("type", EventCodec.type(logged.event()))
                        .put("seq", logged.seq().value())
                        .put("at", logged.at())
                        .put("by", by == null ? null : by.value());
        if (logged.id() != null) {
            node.put("id", logged.id().value());
        }
        return node.set("payload", EventCodec.write(logged.event()));
    }

    private static ObjectNode answer(String type, @Nullable CommandId replyTo, JsonNode payload) {
        ObjectNode node = Json.object().put("type", type);
        node.put("replyTo", replyTo == null ? null : replyTo.value());
        return node.set("payload", payload);
    }

    private static ObjectNode passing(
            String type, long at, @Nullable ParticipantId by, JsonNode payload) {
        return Json.object()
                .put("type", type)
                .put("at", at)
                .put("by", by == null ? null : by.value())
                .set("payload", payload);
    }

    private static ObjectNode pong(Number t, long serverNow) {
        return Json.object().put("serverNow", serverNow).set("t", Json.value(t));
    }

    private static ObjectNode write(Refusal refusal) {
        ObjectNode node =
                Json.object().put("code", refusal.code().word()).put("message", refusal.message());
        refusal.facts().forEach((fact, value) -> node.set(fact, Json.value(value)));
        return node;
    }

    private static ObjectNode write(CursorMoved moved) {
        return Json.object()
                .put("doc", moved.doc().value())
                .put("revision", moved.revision().value())
                .set("selections", Json.array(moved.selections(), ClientMessageCodec::write));
    }

    static ServerMessage read(String json) throws BadMessage {
        Fields message = new Fields(Json.parse(json));
        String type = message.text("type");
        return switch (type) {
            case "ack" -> ack(message);
            case "error" -> error(message);
            case "room_state" ->
                    SnapshotCodec.read(message.object("payload"))
                            .inReplyTo(message.commandIdOrNull("replyTo"));
            case "pong" -> {
                Fields payload = message.object("payload");
                yield new Pong(payload.number("t"), payload.integer("serverNow"));
            }
            case "cursor" -> cursor(message, message.object("payload"));
            case "typing" ->
                    new TypingChanged(
                            message.integer("at"),
                            message.participantId("by"),
                            message.object("payload").flag("on"));
            case "check" -> check(message, message.object("payload"));
            case "run_progress" -> progressed(message, message.object("payload"));
            case "runner" ->
                    new RunnerChanged(
                            message.integer("at"), RunCodec.readRunner(message.object("payload")));
            case "head" ->
                    new HeadSigned(
                            message.integer("at"), HeadCodec.read(message.object("payload")));
            default -> event(type, message);
        };
    }

    private static ServerMessage event(String type, Fields message) throws BadMessage {
        Seq seq = message.has("seq") ? message.seq("seq") : null;
        LoggedEvent event = seq == null ? null : readEvent(type, seq, message);
        return event == null ? new Unknown(type, seq) : new Event(event);
    }

    /// Null for an event of a type that is not known here.
    static @Nullable LoggedEvent readEvent(Fields message) throws BadMessage {
        return readEvent(message.text("type"), message.seq("seq"), message);
    }

    private static @Nullable LoggedEvent readEvent(String type, Seq seq, Fields message)
            throws BadMessage {
        RoomEvent event = EventCodec.read(type, message.object("payload"));
        return event == null
                ? null
                : new LoggedEvent(
                        seq,
                        message.integer("at"),
                        message.participantIdOrNull("by"),
                        message.commandIdOrNull("id"),
                        event);
    }

    private static ServerMessage ack(Fields message) throws BadMessage {
        CommandId replyTo = message.commandId("replyTo");
        if (message.has("duplicate") && message.flag("duplicate")) {
            return new Duplicate(replyTo);
        }
        long at = message.integer("at");
        if (!message.has("seq")) {
            return new Noted(replyTo, at);
        }
        return new Ack(
                replyTo,
                message.seq("seq"),
                at,
                AcknowledgementCodec.read(message.object("payload")));
    }

    private static Refused error(Fields message) throws BadMessage {
        Fields payload = message.object("payload");
        Map<String, Object> facts = payload.scalars();
        facts.remove("code");
        facts.remove("message");
        ErrorCode code = Word.of(ErrorCode.class, payload.text("code")).orElse(ErrorCode.INTERNAL);
        return new Refused(
                message.commandIdOrNull("replyTo"),
                new Refusal(code, payload.text("message"), facts));
    }

    private static TextChecked check(Fields message, Fields payload) throws BadMessage {
        return new TextChecked(
                message.integer("at"), payload.doc(), payload.revision(), payload.hash());
    }

    private static ObjectNode write(RunProgressed progressed) {
        ObjectNode node =
                Json.object()
                        .put("runId", progressed.runId().value())
                        .put("phase", progressed.phase().word());
        Json.putIfPresent(node, "place", progressed.place());
        return Json.putIfPresent(node, "limitMs", progressed.limitMs());
    }

    private static RunProgressed progressed(Fields message, Fields payload) throws BadMessage {
        return new RunProgressed(
                message.integer("at"),
                payload.runId(),
                payload.word("phase", RunPhase.class),
                payload.smallIntegerOrNull("place"),
                payload.integerOrNull("limitMs"));
    }

    private static CursorMoved cursor(Fields message, Fields payload) throws BadMessage {
        return new CursorMoved(
                message.integer("at"),
                message.participantId("by"),
                payload.doc(),
                payload.revision(),
                payload.list("selections", ClientMessageCodec::selection));
    }
}
