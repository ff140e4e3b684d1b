package dev.tandem.relay.sessionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.h2.mvstore.Leftovers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cleans the database's file of what was erased: first everything else is moved out of the old
/// parts of the file that held it, then zeros are written over all that is out of use. How many
/// erasures there were, and of how many the file is clean, stands in the database, so that a relay
/// that is killed meanwhile goes on when it starts again.
///
/// On the writer's thread, but for [#clean].
final class Wiper implements Upkeep {
    private static final Logger log = LoggerFactory.getLogger(Wiper.class);
    private static final int MOVED_AT_ONCE = 2 << 20;
    private static final int WIPED_AT_ONCE = 16 << 20;
    private static final long NOT_YET = -1;

    private volatile CompletableFuture<@Nullable Void> clean = new CompletableFuture<>();
    private @Nullable Job job;
    private boolean paused;
    private boolean untidy;
    private boolean urgent = true;

    /// One way through the file.
    ///
    /// @param erased how many erasures it is clean of afterwards
    /// @param upTo the version of the store at the last of them
    /// @param wipedTo how far unused space is wiped; [#NOT_YET] while things are moved out
    private record Job(Leftovers leftovers, long erased, long upTo, long wipedTo) {
        Job wiped(long to) {
            return new Job(leftovers, erased, upTo, to);
        }
    }

    /// Something is being erased, in the group of changes that is committed next.
    void erased() {
        urgent = true;
        begin();
    }

    private void begin() {
        if (clean.isDone()) {
            clean = new CompletableFuture<>();
        }
    }

    /// Completes when the file holds nothing more of what was erased so far. Any thread.
    CompletableFuture<@Nullable Void> clean() {
        return clean;
    }

    /// Goes through the file without an erasure too, if the greater part of it is out of use and it
    /// is larger than this: H2 tidies only what it closes.
    void tidy(Connection connection, long bytes) throws SQLException {
        if (leftovers(connection).areMostOfMoreThan(bytes)) {
            untidy = true;
            begin();
        }
    }

    /// Leaves the file as it is while someone else reads it.
    @Nullable Void pause(boolean on) {
        paused = on;
        return null;
    }

    @Override
    public boolean isPending() {
        return !paused && !clean.isDone();
    }

    @Override
    public boolean isUrgent() {
        return urgent;
    }

    @Override
    public void beginAnew() {
        job = null;
    }

    @Override
    public void step(Connection connection) throws SQLException {
        Job current = job;
        if (current == null) {
            job = look(connection);
        } else if (current.wipedTo() == NOT_YET) {
            job = moveOut(connection, current);
        } else if (current.wipedTo() < current.leftovers().length()) {
            job = current.wiped(current.leftovers().wipe(current.wipedTo(), WIPED_AT_ONCE));
        } else {
            job = null;
            finish(connection, current);
        }
    }

    private @Nullable Job look(Connection connection) throws SQLException {
        Long erased =
                Sql.first(
                        connection,
                        "SELECT erased FROM upkeep WHERE erased > wiped OR ?",
                        row -> row.getLong(1),
                        untidy);
        connection.commit();
        untidy = false;
        if (erased == null) {
            urgent = false;
            clean.complete(null);
            return null;
        }
        Leftovers leftovers = leftovers(connection);
        return new Job(leftovers, erased, leftovers.version(), NOT_YET);
    }

    private static Leftovers leftovers(Connection connection) throws SQLException {
        return new Leftovers(H2Store.of(connection));
    }

    private static Job moveOut(Connection connection, Job job) throws SQLException {
        Leftovers leftovers = job.leftovers();
        if (leftovers.areInChunks(job.upTo())) {
            leftovers.moveOut(MOVED_AT_ONCE, () -> commitSomething(connection));
            return job;
        }
        leftovers.pointHeaderToNextChunk();
        commitSomething(connection);
        leftovers.sync();
        return job.wiped(0);
    }

    private static void commitSomething(Connection connection) throws SQLException {
        Sql.update(connection, "UPDATE upkeep SET beats = beats + 1");
        connection.commit();
    }

    /// Something may have been erased meanwhile; then all begins anew.
    private void finish(Connection connection, Job finished) throws SQLException {
        finished.leftovers().sync();
        Sql.update(connection, "UPDATE upkeep SET wiped = ?", finished.erased());
        connection.commit();
        log.info("The database's file is tidy, and clean of {} erasures", finished.erased());
    }
}
