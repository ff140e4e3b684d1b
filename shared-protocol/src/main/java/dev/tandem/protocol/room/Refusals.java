package dev.tandem.protocol.room;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import java.util.Map;

/// Refusals that several rules share.
public final class Refusals {
    private Refusals() {}

    static Refusal noSuchParticipant(ParticipantId id) {
        return new Refusal(
                ErrorCode.NO_SUCH_PARTICIPANT,
                "Nobody with this id is or was in the room.",
                Map.of("participantId", id.value()));
    }

    static Refusal noSuchDocument(DocumentId doc) {
        return new Refusal(
                ErrorCode.NO_SUCH_DOCUMENT,
                "No document with this id is open.",
                Map.of("doc", doc.value()));
    }

    static Refusal noSuchRun(RunId id) {
        return new Refusal(
                ErrorCode.NO_SUCH_RUN,
                "No run with this id is under way.",
                Map.of("runId", id.value()));
    }

    /// The text of a document would have `length` code units.
    public static Refusal tooLarge(int length) {
        return new Refusal(
                ErrorCode.DOCUMENT_TOO_LARGE,
                "The text would have %,d characters; a document holds at most %,d."
                        .formatted(length, Limits.DOCUMENT_LENGTH),
                Map.of("length", length, "limit", Limits.DOCUMENT_LENGTH));
    }

    static Refusal badMessage(String field, String message) {
        return new Refusal(ErrorCode.BAD_MESSAGE, message, Map.of("field", field));
    }
}
