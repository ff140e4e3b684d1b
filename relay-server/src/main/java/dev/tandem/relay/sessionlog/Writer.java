package dev.tandem.relay.sessionlog;

import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The one thread that changes the database. While one commit is under way the next changes wait,
/// and go together into the next one: a lone change waits for one commit only, and under load, when
/// a few milliseconds more gather many, a change costs little.
///
/// Any thread may bring changes; the connection belongs to this thread.
final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int LARGEST_GROUP = 128;
    private static final Duration SHORTEST_REST = Duration.ofMillis(5);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration UPKEEP_AT_THE_END = Duration.ofMillis(1_500);
    private static final SqlAction<@Nullable Void> NOTHING = _ -> null;

    /// Whose last group was as large as this is busy, and begins groups no faster than the pace: a
    /// change in a group of 25 costs a fifth of one that goes alone.
    private static final int BUSY = 5;

    private static final long PACE_NANOS = Duration.ofMillis(4).toNanos();

    /// A busy writer rests twice as long as the group took, so that groups grow with the load and
    /// what is left of the processor is for the rooms; but never longer than this.
    private static final long LONGEST_PACE_NANOS = Duration.ofMillis(40).toNanos();

    private final DataSource source;
    private final Durability durability;
    private final BooleanSupplier room;
    private final Upkeep upkeep;
    private final Timer commits;
    private final Runnable afterRollback;
    private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();
    private final Change<@Nullable Void> last = new Change<>(NOTHING, false);
    private volatile CompletableFuture<@Nullable Void> group =
            CompletableFuture.completedFuture(null);
    private final Thread thread;
    private volatile boolean failing;
    private long earliest = System.nanoTime();
    private long restUntil = earliest;
    private @Nullable Connection connection;
    private boolean closed;

    /// @param room whether there is room on the disk for more
    /// @param upkeep what is to be done beside writing
    /// @param commits times each group, from its first change until it is durable
    /// @param afterRollback runs on this thread when a group was lost, so that nobody goes on
    ///   believing in it
    Writer(
            DataSource source,
            Durability durability,
            BooleanSupplier room,
            Upkeep upkeep,
            Timer commits,
            Runnable afterRollback) {
        this.source = source;
        this.durability = durability;
        this.room = room;
        this.upkeep = upkeep;
        this.commits = commits;
        this.afterRollback = afterRollback;
        thread = Thread.ofPlatform().name("tandem-writer").daemon().start(this::run);
    }

    /// Does `action` in one of the next commits. The future completes after that commit, on this
    /// thread; it fails with what `action` threw, or with [StorageFailure].
    <T extends @Nullable Object> CompletableFuture<T> write(SqlAction<T> action) {
        return bring(new Change<>(action, true));
    }

    /// The same for what makes room, and so may use what is kept of it.
    <T extends @Nullable Object> CompletableFuture<T> writeToMakeRoom(SqlAction<T> action) {
        return bring(new Change<>(action, false));
    }

    private <T extends @Nullable Object> CompletableFuture<T> bring(Change<T> change) {
        if (!enqueue(change)) {
            change.fail(new StorageFailure("the database is closed"));
        }
        return change.done;
    }

    /// Completes when all that can be seen in the database now is as durable as it has to be: a
    /// group can be seen by others a little earlier. Fails if that group is lost.
    CompletableFuture<@Nullable Void> settled() {
        return group.isCompletedExceptionally() ? writeToMakeRoom(NOTHING) : group;
    }

    /// Whether the last that should have been stored was not.
    boolean isFailing() {
        return failing;
    }

    /// Finishes what was brought before.
    @Override
    public void close() {
        stopTaking();
        finished.join();
    }

    private synchronized boolean enqueue(Change<?> change) {
        if (closed) {
            return false;
        }
        waiting.add(change);
        if (waiting.size() == LARGEST_GROUP) {
            LockSupport.unpark(thread);
        }
        return true;
    }

    private synchronized void stopTaking() {
        if (!closed) {
            waiting.add(last);
            closed = true;
        }
    }

    private void run() {
        List<Change<?>> changes = new ArrayList<>();
        while (!changes.contains(last)) {
            boolean busy = changes.size() >= BUSY;
            changes.clear();
            take(changes, busy);
            if (!changes.isEmpty()) {
                commit(changes);
            }
            if (upkeep.isPending() && restUntil - System.nanoTime() <= 0) {
                keepUp();
            }
        }
        keepUpFor(UPKEEP_AT_THE_END);
        disconnect();
        finished.complete(null);
    }

    /// Takes what waits, and waits for something unless there is upkeep to do.
    private void take(List<Change<?>> changes, boolean busy) {
        try {
            Change<?> first =
                    upkeep.isPending()
                            ? waiting.poll(restUntil - System.nanoTime(), TimeUnit.NANOSECONDS)
                            : waiting.take();
            if (first != null) {
                changes.add(first);
                if (busy) {
                    rest();
                }
                waiting.drainTo(changes, LARGEST_GROUP - 1);
            }
        } catch (InterruptedException e) {
            // Nobody has a reason to interrupt this thread, and a change must not be lost by it.
        }
    }

    /// Until it is time for the next group, or there is enough for the largest.
    private void rest() {
        long left = earliest - System.nanoTime();
        while (left > 0 && waiting.size() < LARGEST_GROUP) {
            LockSupport.parkNanos(this, left);
            left = earliest - System.nanoTime();
        }
    }

    /// Upkeep takes a third of the time at most, or a tenth where it can wait: writing goes before.
    private void keepUp() {
        long begun = System.nanoTime();
        try {
            upkeep.step(connect());
        } catch (SQLException | RuntimeException e) {
            failed(
                    e instanceof SQLException failure
                            ? StorageFailure.of(failure)
                            : new StorageFailure("the upkeep failed: " + e.getClass().getName()));
            disconnect();
            beginAnew();
            restUntil = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
            return;
        }
        long ended = System.nanoTime();
        int rest = upkeep.isUrgent() ? 2 : 9;
        restUntil = ended + Math.max(SHORTEST_REST.toNanos(), rest * (ended - begun));
    }

    private void keepUpFor(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (upkeep.isPending() && end - System.nanoTime() > 0 && !failing) {
            keepUp();
        }
    }

    private void beginAnew() {
        afterRollback.run();
        upkeep.beginAnew();
    }

    private void commit(List<Change<?>> changes) {
        CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
        group = outcome;
        try {
            long begun = System.nanoTime();
            List<Change<?>> done = happen(changes);
            long took = System.nanoTime() - begun;
            earliest = begun + took + Math.clamp(2 * took, PACE_NANOS - took, LONGEST_PACE_NANOS);
            commits.record(took, TimeUnit.NANOSECONDS);
            outcome.complete(null);
            done.forEach(Change::succeed);
        } catch (SQLException e) {
            lose(changes, StorageFailure.of(e), outcome);
        } catch (RuntimeException | Error e) {
            lose(
                    changes,
                    new StorageFailure("the writer failed: " + e.getClass().getName()),
                    outcome);
        }
    }

    /// Those of the changes that did not fail by themselves.
    private List<Change<?>> happen(List<Change<?>> changes) throws SQLException {
        boolean full = !room.getAsBoolean();
        Connection open = connect();
        List<Change<?>> done = new ArrayList<>();
        for (Change<?> change : changes) {
            if (full && change.needsRoom) {
                change.fail(failed(new StorageFailure(FreeSpace.FULL)));
            } else if (change.happens(open)) {
                done.add(change);
            }
        }
        open.commit();
        durability.settle(open);
        if (failing && done.stream().anyMatch(change -> change.needsRoom)) {
            failing = false;
            log.info("The database can be written again");
        }
        return done;
    }

    /// What the changes themselves did not refuse fails with the whole group.
    private void lose(
            List<Change<?>> changes,
            StorageFailure failure,
            CompletableFuture<@Nullable Void> outcome) {
        disconnect();
        beginAnew();
        outcome.completeExceptionally(failed(failure));
        changes.forEach(change -> change.fail(failure));
    }

    /// Of many failures one after the other the first is worth an error: a full disk stays full for
    /// a while.
    private StorageFailure failed(StorageFailure failure) {
        log.atLevel(failing ? Level.DEBUG : Level.ERROR)
                .log("The database cannot be written: {}", failure.getMessage());
        failing = true;
        return failure;
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
            log.debug("The writer's connection was not closed: {}", StorageFailure.details(e));
        }
    }

    private static final class Change<T extends @Nullable Object> {
        final CompletableFuture<T> done = new CompletableFuture<>();
        final boolean needsRoom;
        private final SqlAction<T> action;
        private @Nullable T result;

        Change(SqlAction<T> action, boolean needsRoom) {
            this.action = action;
            this.needsRoom = needsRoom;
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
