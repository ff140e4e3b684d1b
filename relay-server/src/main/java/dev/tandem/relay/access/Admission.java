package dev.tandem.relay.access;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// What the doors say to someone who wants to come in.
public sealed interface Admission {

    /// Comes for the first time.
    ///
    /// @param owner came with the session's host token
    record Newcomer(SessionId session, Role role, String name, boolean owner)
            implements Admission {}

    /// Comes back to their own place.
    ///
    /// @param lastSeq the last event they know; null if they ask for the whole state
    record Returning(
            SessionId session, ParticipantId participant, @Nullable Seq lastSeq, boolean owner)
            implements Admission {}

    record Denied(Denial reason) implements Admission {}

    enum Denial {
        /// No such code, token or password, or it has expired; which one is not told.
        INVALID,
        /// The code was revoked.
        REVOKED,
        /// Too many failed joins came from this address.
        TOO_MANY_ATTEMPTS
    }
}
