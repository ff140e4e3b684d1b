package dev.tandem.protocol.intent;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.text.TextOperation;
import org.jspecify.annotations.Nullable;

/// What someone wants to happen in a room. The room decides; what it accepts becomes an event.
public sealed interface Intent {

    /// Concerns one document of the room.
    sealed interface OnDocument extends Intent {
        DocumentId doc();
    }

    record StartSession() implements Intent {}

    record EndSession() implements Intent {}

    /// Leaves for good.
    record LeaveRoom() implements Intent {}

    /// `operation` applies to the text of `doc` at `revision`.
    record CodeUpdate(DocumentId doc, Revision revision, TextOperation operation)
            implements OnDocument {}

    /// An edit that is no operation at all, and why: a sentence with the numbers. It goes through
    /// the same tests as any other, so that the first that fails is the one that answers.
    record MalformedCodeUpdate(DocumentId doc, String reason) implements OnDocument {}

    record SetLanguage(DocumentId doc, String language) implements OnDocument {}

    /// What is null stays as it is.
    record SetPermissions(
            ParticipantId participantId, @Nullable Boolean canEdit, @Nullable Boolean canRun)
            implements Intent {}

    record OpenDocument(DocumentId doc, String name, String language, @Nullable String text)
            implements OnDocument {}

    record CloseDocument(DocumentId doc) implements OnDocument {}

    record ChatMessage(String text) implements Intent {}

    /// Corrects facts about the session; what is null stays as it is.
    record UpdateSession(@Nullable String title, @Nullable Integer plannedMinutes)
            implements Intent {}
}
