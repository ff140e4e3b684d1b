package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.PermissionsChanged;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
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
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.Acknowledgement.Ended;
import dev.tandem.protocol.message.Acknowledgement.Opened;
import dev.tandem.protocol.message.Acknowledgement.Permitted;
import dev.tandem.protocol.message.Acknowledgement.Revised;
import dev.tandem.protocol.message.Acknowledgement.Running;
import dev.tandem.protocol.message.Acknowledgement.Started;
import dev.tandem.protocol.message.Acknowledgement.Submitted;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.text.TextOperation;
import org.jspecify.annotations.Nullable;

/// Puts a command and its acknowledgement together to the event that the others were told.
record Completion(Turn turn) {

    /// Null where the acknowledgement is not one of such a command.
    @Nullable RoomEvent event(Intent intent, Acknowledgement payload) {
        return switch (intent) {
            case StartSession _ ->
                    payload instanceof Started(long startedAt)
                            ? new SessionStarted(startedAt)
                            : null;
            case EndSession _ ->
                    payload instanceof Ended(long endedAt, var reason, long durationMs)
                            ? new SessionEnded(endedAt, reason, durationMs)
                            : null;
            case LeaveRoom _ -> left();
            case CodeUpdate update ->
                    payload instanceof Revised(Revision revision) ? edit(update, revision) : null;
            case SetLanguage(var doc, String language) ->
                    new RoomEvent.LanguageChanged(doc, language);
            case SetPermissions set -> permissions(set, payload);
            case RemoveParticipant(ParticipantId id) -> new PeerLeft(id, DepartureReason.REMOVED);
            case OpenDocument open ->
                    new DocumentOpened(
                            open.doc(), open.name(), open.language(), text(open, payload));
            case CloseDocument(var doc) -> new RoomEvent.DocumentClosed(doc);
            case ChatMessage(String text) -> new RoomEvent.ChatMessage(text);
            case RunCode run -> payload instanceof Running ack ? started(run, ack) : null;
            case RunInput(var id, String text, boolean eof) ->
                    new RoomEvent.RunInput(id, text, eof);
            case StopRun(var id) -> new RoomEvent.RunStopped(id);
            case SubmitCode(var doc, var questionId) ->
                    payload instanceof Submitted(var id, var revision, String text)
                            ? new RoomEvent.CodeSubmitted(id, doc, revision, questionId, text)
                            : null;
            case SetTests(var doc, var tests) -> new RoomEvent.TestsChanged(doc, tests);
            case NoteFact(var fact) -> new RoomEvent.FactNoted(fact);
            case MalformedCodeUpdate _, UpdateSession _ -> null;
        };
    }

    private static RoomEvent started(RunCode run, Running ack) {
        return new RoomEvent.RunStarted(
                ack.runId(), run.doc(), ack.language(), ack.revision(), run.stdin(), ack.tests());
    }

    private @Nullable RoomEvent left() {
        return turn.you == null
                ? null
                : new PeerLeft(turn.you.participantId(), DepartureReason.LEFT);
    }

    private @Nullable RoomEvent edit(CodeUpdate update, Revision revision) {
        DocumentId doc = update.doc();
        Document document = turn.confirmed.document(doc);
        DocumentSync mine = turn.documents.get(doc);
        TextOperation operation = mine == null ? null : mine.inFlight();
        return document == null || operation == null
                ? null
                : new RoomEvent.CodeUpdate(
                        doc,
                        revision,
                        operation,
                        document.text().deletedBy(operation),
                        update.undoOf());
    }

    private @Nullable RoomEvent permissions(SetPermissions set, Acknowledgement payload) {
        Participant participant = turn.confirmed.participant(set.participantId());
        if (participant == null) {
            return null;
        }
        Permissions now = participant.permissions();
        if (payload instanceof Permitted(Boolean canEdit, Boolean canRun)) {
            now = adjusted(now, canEdit, canRun);
        }
        return new PermissionsChanged(
                set.participantId(), adjusted(now, set.canEdit(), set.canRun()));
    }

    private static Permissions adjusted(
            Permissions old, @Nullable Boolean canEdit, @Nullable Boolean canRun) {
        return new Permissions(
                canEdit == null ? old.canEdit() : canEdit, canRun == null ? old.canRun() : canRun);
    }

    private static String text(OpenDocument open, Acknowledgement payload) {
        if (payload instanceof Opened(String text)) {
            return text;
        }
        return open.text() == null ? "" : open.text();
    }
}
