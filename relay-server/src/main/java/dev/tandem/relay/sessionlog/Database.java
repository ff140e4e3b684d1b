package dev.tandem.relay.sessionlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tandem.relay.metrics.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/// The database of a data folder, which belongs to this object while it is open.
///
/// Any thread may call it. Statements run on threads of its own: H2 reads and writes through a
/// `FileChannel`, which the JDK closes under everybody when a thread is interrupted in it.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final long UNTIDY_FROM = 64L << 20;

    private final DataFolder folder;
    private final DataSource source;
    private final Watermark watermark;
    private final HikariDataSource pool;
    private final ExecutorService readers;
    private final FreeSpace freeSpace;
    private final Wiper wiper = new Wiper();
    private final Writer writer;
    private final SessionLog sessionLog;
    private final Sessions sessions;
    private final RelaySigner signer;
    private final AuditTrail audit;
    private final Feedbacks feedbacks;

    private Database(
            DataFolder folder, DataSource source, Durability durability, MeterRegistry meters) {
        this.folder = folder;
        this.source = source;
        watermark = new Watermark(folder.path());
        pool = new HikariDataSource(poolOf(source));
        readers =
                Executors.newFixedThreadPool(
                        READERS, Thread.ofPlatform().name("tandem-reader-", 1).daemon().factory());
        LogTail tail = new LogTail();
        freeSpace = new FreeSpace(folder.path());
        writer =
                new Writer(
                        source,
                        durability,
                        freeSpace::isThere,
                        wiper,
                        Metrics.timer(meters, "tandem.commit", "One commit of a group of changes."),
                        () -> beginAnew(tail));
        sessionLog = new H2SessionLog(this, tail);
        sessions = new H2Sessions(this, tail);
        audit = new AuditTrail(this);
        feedbacks = new Feedbacks(this);
        signer = read(RelaySigner::read);
        SessionImport.forgetUnfinished(this);
    }

    /// Opens the database in `folder`; where there is none, makes a new one, and the folder too.
    ///
    /// @throws DatabaseFailure if another relay uses the folder, or the database is not usable
    public static Database open(Path folder) throws DatabaseFailure {
        return open(folder, Durability.PROCESS);
    }

    public static Database open(Path folder, Durability durability) throws DatabaseFailure {
        return open(folder, durability, new SimpleMeterRegistry());
    }

    /// The same, with its commits timed.
    ///
    /// @param meters where they are
    public static Database open(Path folder, Durability durability, MeterRegistry meters)
            throws DatabaseFailure {
        return OwnThread.get(() -> openHere(folder, durability, meters));
    }

    private static Database openHere(Path folder, Durability durability, MeterRegistry meters)
            throws DatabaseFailure {
        DataFolder taken = DataFolder.take(folder);
        try {
            return new Database(taken, DatabaseFile.open(taken.path()), durability, meters);
        } catch (DatabaseFailure | RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /// Whether there is a database in `folder`, be it a sound one or not.
    public static boolean isIn(Path folder) {
        return DatabaseFile.isIn(folder);
    }

    public SessionLog sessionLog() {
        return sessionLog;
    }

    public Sessions sessions() {
        return sessions;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Feedbacks feedbacks() {
        return feedbacks;
    }

    /// Signs for the relay whose database it is.
    public RelaySigner signer() {
        return signer;
    }

    /// Whether the database answers, and can be written as far as is known. Where the last writing
    /// failed it is tried again.
    public boolean isUp() {
        try {
            if (writer.isFailing()) {
                change(connection -> Sql.update(connection, "UPDATE upkeep SET beats = beats + 1"));
            }
            return freeSpace.isThere() && read(connection -> connection.isValid(1));
        } catch (StorageFailure e) {
            return false;
        }
    }

    /// Waits for what `query` finds among what is committed, and until that is durable.
    ///
    /// @throws StorageFailure if the database fails
    public <T extends @Nullable Object> T read(SqlAction<T> query) {
        try {
            T found = await(CompletableFuture.supplyAsync(() -> query(query), readers));
            await(writer.settled());
            return found;
        } catch (RejectedExecutionException e) {
            throw new StorageFailure("the database is closed");
        }
    }

    /// Does `change` in one of the next commits, together with what others change. The future
    /// completes after that commit, on the thread that writes: what depends on it has to be short.
    /// It fails with what `change` itself threw, or with [StorageFailure]; then nothing of it has
    /// happened.
    public <T extends @Nullable Object> CompletableFuture<T> write(SqlAction<T> change) {
        return writer.write(change);
    }

    /// The same on a full disk too, for what is small and seldom, and needed to read.
    <T extends @Nullable Object> CompletableFuture<T> writeLittle(SqlAction<T> change) {
        return writer.writeToMakeRoom(change);
    }

    /// Waits for [#write].
    public <T extends @Nullable Object> T change(SqlAction<T> change) {
        return await(write(change));
    }

    /// Waits for `change`, which takes something away for good. The file is cleaned of it
    /// afterwards, beside everything else.
    public <T extends @Nullable Object> T erase(SqlAction<T> change) {
        return await(writer.writeToMakeRoom(erasing(change)));
    }

    /// Waits until the file is clean of what was erased so far, but not for long.
    public void awaitClean(Duration patience) {
        wiper.clean()
                .copy()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Writes a copy of the database as it is now, while it is in use.
    ///
    /// @param file must not be there
    /// @throws DatabaseFailure if it cannot be written; then nothing of it is left
    public void backup(Path file) throws DatabaseFailure {
        OwnThread.get(() -> {
            change(_ -> wiper.pause(true));
            try {
                Backup.write(source, file);
                audit.note(AuditEntry.now(Deed.BACKUP_WRITTEN, Doer.OPERATOR, null));
            } finally {
                change(_ -> wiper.pause(false));
            }
            return file;
        });
    }

    /// To be called every now and then: notes how far the database is, so that it is seen if the
    /// file is ever cut short, and has the file tidied if much of it is waste.
    public void keepUp() {
        keepUp(UNTIDY_FROM);
    }

    void keepUp(long untidyFrom) {
        await(
                writer.writeToMakeRoom(connection -> {
                    watermark.write(connection);
                    wiper.tidy(connection, untidyFrom);
                    return null;
                }));
    }

    /// The wiper hears of it on the writer's thread, which may sleep as soon as this is committed.
    private <T extends @Nullable Object> SqlAction<T> erasing(SqlAction<T> change) {
        return connection -> {
            T done = change.on(connection);
            Sql.update(connection, "UPDATE upkeep SET erased = erased + 1");
            wiper.erased();
            return done;
        };
    }

    /// Finishes what was brought before, and frees the folder.
    @Override
    public void close() {
        CompletableFuture.runAsync(this::closeHere, OwnThread::start).join();
    }

    private void closeHere() {
        readers.close();
        writer.close();
        pool.close();
        watermark.writeFromClosedFile();
        folder.close();
    }

    /// H2 closes its database when it cannot write, and opens it again for the next connection:
    /// those from before are of no use.
    private void beginAnew(LogTail tail) {
        tail.forgetAll();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private <T extends @Nullable Object> T query(SqlAction<T> query) {
        try {
            return queryOnce(query);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
                throw StorageFailure.of(e);
            }
        }
        try {
            pool.getHikariPoolMXBean().softEvictConnections();
            return queryOnce(query);
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    private <T extends @Nullable Object> T queryOnce(SqlAction<T> query) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return query.on(connection);
        }
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static HikariConfig poolOf(DataSource source) {
        var config = new HikariConfig();
        config.setPoolName("tandem");
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0); // none is being opened in the background when the pool is closed
        config.setReadOnly(true);
        return config;
    }
}
