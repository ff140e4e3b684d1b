package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.proof.Head;
import dev.tandem.relay.sessionlog.LinkedEvent;
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
    private boolean failsAfterwards;
    private boolean unreadable;

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

    /// The next commit fails, but not before it is in the log.
    synchronized void failOnceAfterwards() {
        failsAfterwards = true;
    }

    synchronized void setUnreadable(boolean on) {
        unreadable = on;
    }

    /// How many events were appended at a time.
    synchronized List<Integer> appended() {
        return List.copyOf(appended);
    }

    @Override
    public CompletableFuture<Void> append(
            SessionId session, Seq expectedSeq, List<LoggedEvent> events) {
        CompletableFuture<Void> allowed;
        boolean failing;
        synchronized (this) {
            appended.add(events.size());
            allowed = permission;
            permission = CompletableFuture.completedFuture(null);
            failing = failsAfterwards;
            failsAfterwards = false;
        }
        CompletableFuture<Void> done =
                allowed.thenCompose(_ -> log.append(session, expectedSeq, events));
        return failing ? done.thenCompose(_ -> CompletableFuture.failedFuture(failure())) : done;
    }

    private static StorageFailure failure() {
        return new StorageFailure("the disk did not answer");
    }

    @Override
    public synchronized List<LoggedEvent> read(SessionId session, Seq after, int limit) {
        if (unreadable) {
            throw failure();
        }
        return log.read(session, after, limit);
    }

    @Override
    public List<LinkedEvent> readLinked(SessionId session, Seq after, int limit) {
        return log.readLinked(session, after, limit);
    }

    @Override
    public CompletableFuture<Head> sign(SessionId session, long at) {
        return log.sign(session, at);
    }

    @Override
    public List<Head> heads(SessionId session) {
        return log.heads(session);
    }

    @Override
    public Head lastHead(SessionId session) {
        return log.lastHead(session);
    }

    @Override
    public Seq head(SessionId session) {
        return log.head(session);
    }
}
