package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.sessionlog.SessionLog;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A log that can be made to wait with its commits and to fail.
final class BrittleLog implements SessionLog {
    private final SessionLog log;
    private final List<Integer> appended = new ArrayList<>();
    private CompletableFuture<Void> permission = CompletableFuture.completedFuture(null);

    BrittleLog(SessionLog log) {
        this.log = log;
    }

    /// Commits wait until the result is completed, and fail if it is completed with a failure.
    synchronized CompletableFuture<Void> hold() {
        permission = new CompletableFuture<>();
        return permission;
    }

    synchronized void failOnce() {
        permission = CompletableFuture.failedFuture(new StorageFailure("the disk is full"));
    }

    /// How many events were appended at a time.
    synchronized List<Integer> appended() {
        return List.copyOf(appended);
    }

    @Override
    public CompletableFuture<Void> append(
            SessionId session, Seq expectedSeq, List<LoggedEvent> events) {
        CompletableFuture<Void> allowed;
        synchronized (this) {
            appended.add(events.size());
            allowed = permission;
            permission = CompletableFuture.completedFuture(null);
        }
        return allowed.thenCompose(_ -> log.append(session, expectedSeq, events));
    }

    @Override
    public List<LoggedEvent> read(SessionId session, Seq after, int limit) {
        return log.read(session, after, limit);
    }

    @Override
    public Seq head(SessionId session) {
        return log.head(session);
    }
}
