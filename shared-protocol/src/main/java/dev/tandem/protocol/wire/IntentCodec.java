package dev.tandem.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Intent.ChatMessage;
import dev.tandem.protocol.intent.Intent.CloseDocument;
import dev.tandem.protocol.intent.Intent.CodeUpdate;
import dev.tandem.protocol.intent.Intent.EndSession;
import dev.tandem.protocol.intent.Intent.LeaveRoom;
import dev.tandem.protocol.intent.Intent.MalformedCodeUpdate;
import dev.tandem.protocol.intent.Intent.NoteFact;
import dev.tandem.protocol.intent.Intent.OpenDocument;
import dev.tandem.protocol.intent.Intent.RemoveParticipant;
import dev.tandem.protocol.intent.Intent.RunCode;
import dev.tandem.protocol.intent.Intent.RunInput;
import dev.tandem.protocol.intent.Intent.SetLanguage;
import dev.tandem.protocol.intent.Intent.SetPermissions;
import dev.tandem.protocol.intent.Intent.SetTests;
import dev.tandem.protocol.intent.Intent.StartSession;
import dev.tandem.protocol.intent.Intent.StopRun;
import dev.tandem.protocol.intent.Intent.SubmitCode;
import dev.tandem.protocol.intent.Intent.UpdateSession;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Set;

/// The commands of a connection: type and payload.
final class IntentCodec {
    private static final Set<String> TYPES =
            Set.of(
                    "start_session",
                    "end_session",
                    "leave_room",
                    "code_update",
                    "set_language",
                    "set_permissions",
                    "remove_participant",
                    "open_document",
                    "close_document",
                    "chat_message",
                    "run_code",
                    "run_input",
                    "stop_run",
                    "submit_code",
                    "set_tests",
                    "note_fact");

    private IntentCodec() {}

    static boolean knows(String type) {
        return TYPES.contains(type);
    }

    static Intent read(String type, Fields f) throws BadMessage {
        return switch (type) {
            case "start_session" -> new StartSession();
            case "end_session" -> new EndSession();
            case "leave_room" -> new LeaveRoom();
            case "code_update" -> update(f);
            case "set_language" -> new SetLanguage(f.doc(), f.language());
            case "set_permissions" ->
                    new SetPermissions(
                            f.participantId("participantId"),
                            f.flagOrNull("canEdit"),
                            f.flagOrNull("canRun"));
            case "remove_participant" -> new RemoveParticipant(f.participantId("participantId"));
            case "open_document" ->
                    new OpenDocument(
                            f.doc(),
                            f.line("name", Limits.TITLE_LENGTH),
                            f.language(),
                            f.textOrNull("text"));
            case "close_document" -> new CloseDocument(f.doc());
            case "chat_message" -> new ChatMessage(chatText(f));
            case "run_code" -> RunCodec.readRunCode(f);
            case "run_input" -> new RunInput(f.runId(), RunCodec.inputText(f), RunCodec.eof(f));
            case "stop_run" -> new StopRun(f.runId());
            case "submit_code" ->
                    new SubmitCode(
                            f.doc(),
                            f.has("questionId") ? f.line("questionId", Limits.ID_LENGTH) : null);
            case "set_tests" -> new SetTests(f.doc(), RunCodec.checkedTests(f));
            case "note_fact" -> new NoteFact(FactCodec.checked(f));
            default -> throw BadMessage.unknownType(type);
        };
    }

    private static Intent update(Fields f) throws BadMessage {
        DocumentId doc = f.doc();
        JsonNode revision = f.wholeNumber("revision");
        List<Revision> undoOf =
                f.undoOf(revision.canConvertToInt() ? revision.intValue() : Integer.MAX_VALUE);
        try {
            TextOperation operation = OperationCodec.read(f.array("operation"));
            return revision.canConvertToInt() && revision.intValue() >= 0
                    ? new CodeUpdate(doc, new Revision(revision.intValue()), operation, undoOf)
                    : new MalformedCodeUpdate(
                            doc, "No document has a revision " + revision.asText() + ".");
        } catch (IllegalArgumentException e) {
            return new MalformedCodeUpdate(doc, String.valueOf(e.getMessage()));
        }
    }

    private static String chatText(Fields f) throws BadMessage {
        String text = f.text("text");
        if (text.codePoints().allMatch(IntentCodec::isWhiteSpace)
                || text.length() > Limits.CHAT_LENGTH) {
            throw BadMessage.field(
                    "text",
                    "1 to %,d characters, not only white space".formatted(Limits.CHAT_LENGTH));
        }
        return text;
    }

    /// Java's two notions together, since neither alone knows all: tabs here, no-break spaces
    /// there.
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static String type(Intent intent) {
        return switch (intent) {
            case StartSession _ -> "start_session";
            case EndSession _ -> "end_session";
            case LeaveRoom _ -> "leave_room";
            case CodeUpdate _ -> "code_update";
            case SetLanguage _ -> "set_language";
            case SetPermissions _ -> "set_permissions";
            case RemoveParticipant _ -> "remove_participant";
            case OpenDocument _ -> "open_document";
            case CloseDocument _ -> "close_document";
            case ChatMessage _ -> "chat_message";
            case RunCode _ -> "run_code";
            case RunInput _ -> "run_input";
            case StopRun _ -> "stop_run";
            case SubmitCode _ -> "submit_code";
            case SetTests _ -> "set_tests";
            case NoteFact _ -> "note_fact";
            case MalformedCodeUpdate _, UpdateSession _ -> throw notForAConnection(intent);
        };
    }

    static ObjectNode write(Intent intent) {
        ObjectNode node = Json.object();
        switch (intent) {
            case StartSession _, EndSession _, LeaveRoom _ -> {}
            case CodeUpdate update -> write(node, update);
            case SetLanguage(var doc, String language) ->
                    node.put("doc", doc.value()).put("language", language);
            case SetPermissions set -> write(node, set);
            case RemoveParticipant(var id) -> node.put("participantId", id.value());
            case OpenDocument open -> write(node, open);
            case CloseDocument(var doc) -> node.put("doc", doc.value());
            case ChatMessage(String text) -> node.put("text", text);
            case RunCode(var doc, var stdin, boolean tests) ->
                    RunCodec.write(node.put("doc", doc.value()), stdin, tests);
            case RunInput(var id, String text, boolean eof) ->
                    RunCodec.writeInput(node, id, text, eof);
            case StopRun(var id) -> node.put("runId", id.value());
            case SubmitCode(var doc, var questionId) ->
                    Json.putIfPresent(node.put("doc", doc.value()), "questionId", questionId);
            case SetTests(var doc, var tests) ->
                    node.put("doc", doc.value()).set("tests", Json.array(tests, RunCodec::write));
            case NoteFact(var fact) -> FactCodec.write(node, fact);
            case MalformedCodeUpdate _, UpdateSession _ -> throw notForAConnection(intent);
        }
        return node;
    }

    private static void write(ObjectNode node, CodeUpdate update) {
        node.put("doc", update.doc().value())
                .put("revision", update.revision().value())
                .set("operation", OperationCodec.write(update.operation()));
        EventCodec.writeUndoOf(node, update.undoOf());
    }

    private static void write(ObjectNode node, SetPermissions set) {
        node.put("participantId", set.participantId().value());
        Json.putIfPresent(node, "canEdit", set.canEdit());
        Json.putIfPresent(node, "canRun", set.canRun());
    }

    private static void write(ObjectNode node, OpenDocument open) {
        node.put("doc", open.doc().value())
                .put("name", open.name())
                .put("language", open.language());
        Json.putIfPresent(node, "text", open.text());
    }

    private static IllegalArgumentException notForAConnection(Intent intent) {
        return new IllegalArgumentException(
                "never sent over a connection: " + intent.getClass().getSimpleName());
    }
}
