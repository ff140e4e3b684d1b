package dev.tandem.protocol.proof;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import org.jspecify.annotations.Nullable;

/// What came of checking a log.
public sealed interface Finding {

    /// It says the same as when its relay signed it last.
    ///
    /// @param head what was signed last
    /// @param unsigned how many events came after it
    record Unchanged(Head head, long unsigned) implements Finding {}

    /// It does not fit.
    ///
    /// @param seq of the first event that does not; null where it is not about an event
    /// @param at the time of that event, or where that cannot be read of the one before it; null
    ///   where there is none
    /// @param reason one sentence for people
    record Changed(@Nullable Seq seq, @Nullable Long at, String reason) implements Finding {}

    /// Nothing can be said: it was written without a proof, as older relays did, or the relay has
    /// signed nothing of it yet.
    record Unproven() implements Finding {}

    /// What was kept is of another session, so there is nothing to compare.
    ///
    /// @param kept the session that it is of
    record Unrelated(SessionId kept) implements Finding {}
}
