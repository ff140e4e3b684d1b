package dev.tandem.relay.history;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.sessionlog.SessionLog;
import dev.tandem.relay.sessionlog.Sessions;
import dev.tandem.relay.sessionlog.StorageFailure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the digests of ended sessions that have none, on a thread of its own: of those that ended
/// lately, and of all those that ended before there were digests. Any thread may call it.
public final class Digests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final SessionLog log;
    private final Set<SessionId> unreadable = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("relay-digests").daemon().factory());
    private CompletableFuture<Boolean> making = CompletableFuture.completedFuture(true);
    private volatile boolean closed;

    public Digests(Sessions sessions, SessionLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    /// Begins with those that are missing, if there are any.
    public void make() {
        if (isOneMissing()) {
            var _ = begin();
        }
    }

    /// The same, and waits for them, but for a moment only.
    public void awaitMade() {
        if (isOneMissing()) {
            begin().completeOnTimeout(false, A_MOMENT.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }

    private boolean isOneMissing() {
        return sessions.undigested().stream().anyMatch(id -> !unreadable.contains(id));
    }

    /// Completes when none is missing, or none can be made at the moment.
    private synchronized CompletableFuture<Boolean> begin() {
        if (making.isDone() && !closed) {
            making = CompletableFuture.supplyAsync(this::makeAll, thread).exceptionally(this::fail);
        }
        return making.copy();
    }

    private boolean fail(Throwable failure) {
        LOG.warn("No digests at the moment: {}", failure.getMessage());
        return false;
    }

    /// Until none is missing: some may end meanwhile.
    private boolean makeAll() {
        while (!closed && isOneMissing()) {
            for (SessionId session : sessions.undigested()) {
                if (!closed && !unreadable.contains(session)) {
                    make(session);
                }
            }
        }
        return !closed;
    }

    /// What cannot be read is not tried again before the next start.
    private void make(SessionId session) {
        try {
            sessions.setDigest(session, Digester.digest(log, session));
        } catch (StorageFailure e) {
            unreadable.add(session);
            LOG.warn("Session {} has no digest: {}", session, e.getMessage());
        }
    }

    /// Finishes the one it is at.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.close();
    }
}
