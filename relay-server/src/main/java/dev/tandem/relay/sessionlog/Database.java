package dev.tandem.relay.sessionlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The database of a data folder, which belongs to this object while it is open.
///
/// Any thread may call it. Statements run on threads of its own: H2 reads and writes through a
/// `FileChannel`, which the JDK closes under everybody when a thread is interrupted in it.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final DataFolder folder;
    private final HikariDataSource pool;
    private final ExecutorService readers;
    private final Writer writer;
    private final SessionLog sessionLog;
    private final Sessions sessions;

    private Database(DataFolder folder, DataSource source) {
        this.folder = folder;
        pool = new HikariDataSource(poolOf(source));
        readers =
                Executors.newFixedThreadPool(
                        READERS, Thread.ofPlatform().name("tandem-reader-", 1).daemon().factory());
        LogTail tail = new LogTail();
        writer = new Writer(source, tail::forgetAll);
        sessionLog = new H2SessionLog(this, tail);
        sessions = new H2Sessions(this, tail);
    }

    /// Opens the database in `folder`; where there is none, makes a new one, and the folder too.
    ///
    /// @throws DatabaseFailure if another relay uses the folder, or the database is not usable
    public static Database open(Path folder) throws DatabaseFailure {
        return OwnThread.get(() -> openHere(folder));
    }

    private static Database openHere(Path folder) throws DatabaseFailure {
        DataFolder taken = DataFolder.take(folder);
        try {
            return new Database(taken, DatabaseFile.open(taken.path()));
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

    /// Whether the database answers.
    public boolean isUp() {
        try {
            return read(connection -> connection.isValid(1));
        } catch (StorageFailure e) {
            return false;
        }
    }

    /// Waits for what `query` finds among what is committed.
    ///
    /// @throws StorageFailure if the database fails
    public <T extends @Nullable Object> T read(SqlAction<T> query) {
        try {
            return await(CompletableFuture.supplyAsync(() -> query(query), readers));
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

    /// Waits for [#write].
    public <T extends @Nullable Object> T change(SqlAction<T> change) {
        return await(write(change));
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
        folder.close();
    }

    private <T extends @Nullable Object> T query(SqlAction<T> query) {
        try (Connection connection = pool.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw StorageFailure.of(e);
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
