package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
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
}
