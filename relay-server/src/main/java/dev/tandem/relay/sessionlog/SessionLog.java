package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Head;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The ordered logs of all sessions. Any thread may call it.
///
/// A session's log is begun by [Sessions#create]. Whatever engine is behind it, an append lands
/// whole and exactly where its author thinks the log ends, or not at all.
public interface SessionLog {

    /// Adds `events`, whose numbers follow `expectedSeq` without a gap, to the end of the log.
    ///
    /// The future completes once they are committed, on the thread that writes: what depends on it
    /// has to be short. It fails with [SeqConflict] if the log does not end at `expectedSeq`, and
    /// with [StorageFailure] if it could not be written; then nothing of it is there.
    ///
    /// @throws IllegalArgumentException if there are no events, or their numbers do not follow
    CompletableFuture<@Nullable Void> append(
            SessionId session, Seq expectedSeq, List<LoggedEvent> events);

    /// The committed events after `after`, in order, `limit` at most.
    ///
    /// @throws StorageFailure if they cannot be read
    List<LoggedEvent> read(SessionId session, Seq after, int limit);

    /// The number of the last committed event; [Seq#ZERO] where there is none.
    ///
    /// @throws StorageFailure if it cannot be read
    Seq head(SessionId session);

    /// The same events as [#read] gives, as they are stored, each with its link of the chain.
    ///
    /// @throws StorageFailure if they cannot be read
    List<LinkedEvent> readLinked(SessionId session, Seq after, int limit);

    /// Signs how far the log has come, and keeps that; where it was signed already, that counts.
    ///
    /// The future completes as that of [#append], and fails with [StorageFailure].
    ///
    /// @param at now, epoch milliseconds UTC
    CompletableFuture<Head> sign(SessionId session, long at);

    /// What was signed of the log, in its order.
    ///
    /// @throws StorageFailure if it cannot be read
    List<Head> heads(SessionId session);

    /// What was signed of it last; null for nothing.
    ///
    /// @throws StorageFailure if it cannot be read
    @Nullable Head lastHead(SessionId session);
}
