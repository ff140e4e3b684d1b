package dev.tandem.relay.room;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// How someone comes into a room, after it was made sure that they may.
public sealed interface Entry {
    ParticipantId participantId();

    /// The secret by which they come back, told to them alone.
    String resumeToken();

    /// Whether they are the interviewer to whom the session belongs.
    boolean owner();

    /// The id under which they asked to come in; null for none.
    @Nullable CommandId replyTo();

    record Newcomer(
            ParticipantId participantId,
            String name,
            Role role,
            String resumeToken,
            boolean owner,
            @Nullable CommandId replyTo)
            implements Entry {}

    /// Someone whose place is theirs already.
    ///
    /// @param lastSeq the last event they know; null if they want the whole state
    record Returning(
            ParticipantId participantId,
            String resumeToken,
            @Nullable Seq lastSeq,
            boolean owner,
            @Nullable CommandId replyTo)
            implements Entry {}
}
