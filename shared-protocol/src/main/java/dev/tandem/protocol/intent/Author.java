package dev.tandem.protocol.intent;

import dev.tandem.protocol.id.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Who wants something.
public sealed interface Author {
    /// Whose doing it is in the log.
    @Nullable ParticipantId participantId();

    /// Someone in the room, with the role they have there.
    record Member(ParticipantId participantId) implements Author {}

    /// The interviewer the session belongs to, from outside the room: with an interviewer's rights,
    /// and under their own name if they are in the room as well.
    record Owner(@Nullable ParticipantId participantId) implements Author {}
}
