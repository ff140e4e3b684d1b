package dev.tandem.relay.sessionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that changes the database. While one commit is under way the next changes wait,
/// and go together into the next one: a lone change waits for one commit only, and under load, when
/// a few milliseconds more gather many, a change costs little.
///
/// Any thread may bring changes; the connection belongs to this thread.
final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int LARGEST_GROUP = 256;

    /// Whose last group was as large as this is busy, and begins groups no faster than the pace: a
    /// change in a group of 25 costs a fifth of one that goes alone.
    private static final int BUSY = 5;

    private static final long PACE_NANOS = Duration.ofMillis(4).toNanos();

    private final DataSource source;
    private final Runnable afterRollback;
    private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();
    private final Change<@Nullable Void> last = new Change<>(_ -> null);
    private @Nullable Connection connection;
    private boolean closed;

    /// `afterRollback` runs on this thread when a group was lost, so that nobody goes on believing
    /// in it.
    Writer(DataSource source, Runnable afterRollback) {
        this.source = source;
        this.afterRollback = afterRollback;
        Thread.ofPlatform().name("tandem-writer").daemon().start(this::run);
    }

    /// Does `action` in one of the next commits. The future completes after that commit, on this
    /// thread; it fails with what `action` threw, or with [StorageFailure].
    <T extends @Nullable Object> CompletableFuture<T> write(SqlAction<T> action) {
        Change<T> change = new Change<>(action);
        if (!enqueue(change)) {
            change.fail(new StorageFailure("the database is closed"));
        }
        return change.done;
    }

    /// Finishes what was brought before.
    @Override
    public void close() {
        stopTaking();
        finished.join();
    }

    private synchronized boolean enqueue(Change<?> change) {
        return !closed && waiting.add(change);
    }

    private synchronized void stopTaking() {
        if (!closed) {
            waiting.add(last);
            closed = true;
        }
    }

    private void run() {
        List<Change<?>> group = new ArrayList<>();
        long earliest = System.nanoTime();
        while (!group.contains(last)) {
            boolean busy = group.size() >= BUSY;
            group.clear();
            group.add(take());
            if (busy) {
                LockSupport.parkNanos(earliest - System.nanoTime());
            }
            earliest = System.nanoTime() + PACE_NANOS;
            waiting.drainTo(group, LARGEST_GROUP - 1);
            commit(group);
        }
        disconnect();
        finished.complete(null);
    }

    private Change<?> take() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread, and a change must not be lost by
                // it.
            }
        }
    }

    private void commit(List<Change<?>> group) {
        try {
            Connection open = connect();
            List<Change<?>> done = new ArrayList<>();
            for (Change<?> change : group) {
                if (change.happens(open)) {
                    done.add(change);
                }
            }
            open.commit();
            done.forEach(Change::succeed);
        } catch (SQLException e) {
            lose(group, StorageFailure.of(e));
        } catch (RuntimeException | Error e) {
            lose(group, new StorageFailure("the writer failed: " + e.getClass().getName()));
        }
    }

    /// What the changes themselves did not refuse fails with the whole group.
    private void lose(List<Change<?>> group, StorageFailure failure) {
        log.error("A group of {} was not written: {}", group.size(), failure.getMessage());
        disconnect();
        afterRollback.run();
        group.forEach(change -> change.fail(failure));
    }

    private Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
            open.setAutoCommit(false);
        }
        return open;
    }

    /// A connection that is closed takes back what it has not committed.
    private void disconnect() {
        try (Connection open = connection) {
            connection = null;
            if (open != null) {
                open.rollback();
            }
        } catch (SQLException e) {
            log.warn("The writer's connection was not closed: {}", StorageFailure.details(e));
        }
    }

    private static final class Change<T extends @Nullable Object> {
        final CompletableFuture<T> done = new CompletableFuture<>();
        private final SqlAction<T> action;
        private @Nullable T result;

        Change(SqlAction<T> action) {
            this.action = action;
        }

        /// False if the action failed: that is its own matter, and leaves its neighbours alone.
        boolean happens(Connection connection) throws SQLException {
            Savepoint before = connection.setSavepoint();
            try {
                result = action.on(connection);
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException e) {
                connection.rollback(before);
                fail(StorageFailure.of(e));
            } catch (RuntimeException e) {
                connection.rollback(before);
                fail(e);
            }
            return false;
        }

        @SuppressWarnings("NullAway") // null only where T allows it
        void succeed() {
            done.complete(result);
        }

        void fail(RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }
}
