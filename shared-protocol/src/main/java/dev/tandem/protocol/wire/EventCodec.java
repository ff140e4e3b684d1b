package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunInput;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.RunStopped;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.event.RoomEvent.SessionUpdated;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.RoomEvent.TestsChanged;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events as type and payload: the same on the wire, in the database and in exports.
public final class EventCodec {
    private EventCodec() {}

    /// The event's name.
    public static String type(RoomEvent event) {
        return switch (event) {
            case SessionCreated _ -> "session_created";
            case SessionUpdated _ -> "session_updated";
            case SessionStarted _ -> "session_started";
            case SessionEnded _ -> "session_ended";
            case PeerJoined _ -> "peer_joined";
            case PeerLeft _ -> "peer_left";
            case DocumentOpened _ -> "document_opened";
            case DocumentClosed _ -> "document_closed";
            case CodeUpdate _ -> "code_update";
            case LanguageChanged _ -> "language_changed";
            case PermissionsChanged _ -> "permissions_changed";
            case ChatMessage _ -> "chat_message";
            case RunStarted _ -> "run_started";
            case CodeOutput _ -> "code_output";
            case RunInput _ -> "run_input";
            case RunStopped _ -> "run_stopped";
            case TestFinished _ -> "test_finished";
            case RunFinished _ -> "run_finished";
            case CodeSubmitted _ -> "code_submitted";
            case TestsChanged _ -> "tests_changed";
            case FactNoted _ -> "fact_noted";
        };
    }

    /// The event's payload, a JSON object.
    public static String payload(RoomEvent event) {
        return Json.write(write(event));
    }

    /// The event that [#type] and [#payload] wrote; null for a type that is not known here.
    ///
    /// @throws BadMessage if the payload is not that of an event of this type
    public static @Nullable RoomEvent read(String type, String payload) throws BadMessage {
        return read(type, new Fields(Json.parse(payload)));
    }

    static ObjectNode write(RoomEvent event) {
        ObjectNode node = Json.object();
        switch (event) {
            case SessionCreated(var title, var language, var plannedMinutes, boolean facts) ->
                    Json.putIfPresent(
                            node.put("title", title)
                                    .put("language", language)
                                    .put("plannedMinutes", plannedMinutes),
                            "facts",
                            facts ? true : null);
            case SessionUpdated(var title, var plannedMinutes) -> {
                Json.putIfPresent(node, "title", title);
                Json.putIfPresent(node, "plannedMinutes", plannedMinutes);
            }
            case SessionStarted(long startedAt) -> node.put("startedAt", startedAt);
            case SessionEnded(long endedAt, var reason, long durationMs) ->
                    node.put("endedAt", endedAt)
                            .put("reason", reason.word())
                            .put("durationMs", durationMs);
            case PeerJoined(var id, var name, var role, var color, boolean resumed) ->
                    node.put("participantId", id.value())
                            .put("name", name)
                            .put("role", role.word())
                            .put("color", color)
                            .put("resumed", resumed);
            case PeerLeft(var id, var reason) ->
                    node.put("participantId", id.value()).put("reason", reason.word());
            case DocumentOpened(var doc, var name, var language, var text) ->
                    node.put("doc", doc.value())
                            .put("name", name)
                            .put("language", language)
                            .put("text", text);
            case DocumentClosed(var doc) -> node.put("doc", doc.value());
            case CodeUpdate update -> writeUpdate(node, update);
            case LanguageChanged(var doc, var language) ->
                    node.put("doc", doc.value()).put("language", language);
            case PermissionsChanged(var id, var permissions) ->
                    writePermissions(node.put("participantId", id.value()), permissions);
            case ChatMessage(String text) -> node.put("text", text);
            case RunStarted started -> RunCodec.write(node, started);
            case CodeOutput(var id, var stream, String text) ->
                    node.put("runId", id.value()).put("stream", stream.word()).put("text", text);
            case RunInput(var id, String text, boolean eof) ->
                    RunCodec.writeInput(node, id, text, eof);
            case RunStopped(var id) -> node.put("runId", id.value());
            case TestFinished finished -> RunCodec.write(node, finished);
            case RunFinished finished -> RunCodec.write(node, finished);
            case CodeSubmitted submitted -> RunCodec.write(node, submitted);
            case FactNoted(var fact) -> FactCodec.write(node, fact);
            case TestsChanged(var doc, var tests) ->
                    node.put("doc", doc.value()).set("tests", Json.array(tests, RunCodec::write));
        }
        return node;
    }

    private static void writeUpdate(ObjectNode node, CodeUpdate update) {
        node.put("doc", update.doc().value()).put("revision", update.revision().value());
        node.set("operation", OperationCodec.write(update.operation()));
        List<String> deleted = update.deleted();
        if (deleted != null) {
            node.set("deleted", Json.array(deleted, JsonNodeFactory.instance::textNode));
        }
        writeUndoOf(node, update.undoOf());
    }

    static void writeUndoOf(ObjectNode node, @Nullable List<Revision> undoOf) {
        if (undoOf != null) {
            node.set(
                    "undoOf",
                    Json.array(undoOf, r -> JsonNodeFactory.instance.numberNode(r.value())));
        }
    }

    static ObjectNode writePermissions(ObjectNode node, Permissions permissions) {
        return node.put("canEdit", permissions.canEdit()).put("canRun", permissions.canRun());
    }

    static @Nullable RoomEvent read(String type, Fields f) throws BadMessage {
        return switch (type) {
            case "session_created" ->
                    new SessionCreated(
                            f.text("title"),
                            f.text("language"),
                            minutes(f),
                            f.has("facts") && f.flag("facts"));
            case "session_updated" -> new SessionUpdated(f.textOrNull("title"), minutes(f));
            case "session_started" -> new SessionStarted(f.integer("startedAt"));
            case "session_ended" ->
                    new SessionEnded(
                            f.integer("endedAt"),
                            f.word("reason", EndReason.class),
                            f.integer("durationMs"));
            case "peer_joined" ->
                    new PeerJoined(
                            f.participantId("participantId"),
                            f.text("name"),
                            f.word("role", Role.class),
                            f.text("color"),
                            f.flag("resumed"));
            case "peer_left" ->
                    new PeerLeft(
                            f.participantId("participantId"),
                            f.word("reason", DepartureReason.class));
            case "document_opened" ->
                    new DocumentOpened(f.doc(), f.text("name"), f.text("language"), f.text("text"));
            case "document_closed" -> new DocumentClosed(f.doc());
            case "code_update" -> readUpdate(f);
            case "language_changed" -> new LanguageChanged(f.doc(), f.text("language"));
            case "permissions_changed" ->
                    new PermissionsChanged(f.participantId("participantId"), permissions(f));
            case "chat_message" -> new ChatMessage(f.text("text"));
            case "run_started" -> RunCodec.readStarted(f);
            case "code_output" ->
                    new CodeOutput(f.runId(), f.word("stream", RunStream.class), f.text("text"));
            case "run_input" -> new RunInput(f.runId(), RunCodec.inputText(f), RunCodec.eof(f));
            case "run_stopped" -> new RunStopped(f.runId());
            case "test_finished" -> RunCodec.readTestFinished(f);
            case "run_finished" -> RunCodec.readFinished(f);
            case "code_submitted" -> RunCodec.readSubmitted(f);
            case "tests_changed" -> new TestsChanged(f.doc(), RunCodec.readTests(f));
            case "fact_noted" -> readFact(f);
            default -> null;
        };
    }

    private static @Nullable FactNoted readFact(Fields f) throws BadMessage {
        Fact fact = FactCodec.read(f);
        return fact == null ? null : new FactNoted(fact);
    }

    private static CodeUpdate readUpdate(Fields f) throws BadMessage {
        DocumentId doc = f.doc();
        Revision revision = f.revision();
        List<String> deleted = f.has("deleted") ? f.list("deleted", n -> n.asText()) : null;
        return new CodeUpdate(doc, revision, operation(f), deleted, f.undoOf(revision.value() - 1));
    }

    private static TextOperation operation(Fields f) throws BadMessage {
        try {
            return OperationCodec.read(f.array("operation"));
        } catch (IllegalArgumentException e) {
            throw BadMessage.field("operation", "an operation in normal form");
        }
    }

    static Permissions permissions(Fields f) throws BadMessage {
        return new Permissions(f.flag("canEdit"), f.flag("canRun"));
    }

    static @Nullable Integer minutes(Fields f) throws BadMessage {
        return f.has("plannedMinutes") ? f.smallInteger("plannedMinutes") : null;
    }
}
