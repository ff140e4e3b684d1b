package dev.tandem.relay.sessionlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of the database, and its schema.
///
/// A new file gets its name when its schema is complete. So a file of that name without a schema is
/// a damaged one, and is left as it is: H2 by itself would make an empty database of it.
final class DatabaseFile {
    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String NAME = "tandem";
    private static final String NAME_WHILE_NEW = "tandem.new";
    private static final String SUFFIX = ".mv.db";
    static final String FILE_NAME = NAME + SUFFIX;

    /// H2 delays writing by default, and loses what it has committed when its process is killed. It
    /// is closed by us, not by a shutdown hook of its own. Its trace file could hold texts.
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;IFEXISTS=";

    private final Path folder;
    private final Path file;

    private DatabaseFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE_NAME);
    }

    static boolean isIn(Path folder) {
        return Files.exists(new DatabaseFile(folder).file);
    }

    /// Opens the database in a folder, and makes it where there is none.
    static DataSource open(Path folder) throws DatabaseFailure {
        return new DatabaseFile(folder).open();
    }

    private DataSource open() throws DatabaseFailure {
        try {
            if (Files.exists(file)) {
                checkIsSound();
            } else {
                make();
            }
            OwnerOnly.protect(file);
            DataSource source = source(NAME, "TRUE");
            migrate(source);
            return source;
        } catch (SQLException e) {
            throw unopened(e);
        } catch (FlywayValidateException e) {
            log.debug("The schema does not fit", e);
            throw new DatabaseFailure(
                    "The database %s was made by a newer Tandem than this one; use that one."
                            .formatted(file));
        } catch (IOException | FlywayException e) {
            log.debug("The database cannot be opened", e);
            throw new DatabaseFailure(
                    "The database %s cannot be opened; see that you may write there and that the"
                                    .formatted(file)
                            + " disk is not full.");
        }
    }

    /// Looks without writing, since writing could destroy what a repair needs.
    private void checkIsSound() throws IOException, SQLException, DatabaseFailure {
        if (Files.size(file) == 0) {
            throw damaged();
        }
        try (Connection connection = source(NAME, "TRUE;ACCESS_MODE_DATA=r").getConnection()) {
            if (!hasSchema(connection) || hasGap(connection)) {
                throw damaged();
            }
            if (new Watermark(folder).isAbove(connection)) {
                throw cutShort();
            }
        }
    }

    /// A log without a gap has as many events as its last number says.
    private static boolean hasGap(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT session FROM event GROUP BY session"
                                + " HAVING MAX(seq) <> COUNT(*) LIMIT 1",
                        row -> row.getString(1))
                != null;
    }

    private static boolean hasSchema(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT 1 FROM information_schema.tables WHERE table_name = 'EVENT'",
                        row -> row.getInt(1))
                != null;
    }

    private void make() throws IOException, SQLException {
        Path unfinished = folder.resolve(NAME_WHILE_NEW + SUFFIX);
        Files.deleteIfExists(unfinished);
        DataSource source = source(NAME_WHILE_NEW, "FALSE");
        try (Connection _ = source.getConnection()) {
            migrate(source);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dev/tandem/relay/sessionlog")
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    private DataSource source(String name, String ifExists) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(name) + OPTIONS + ifExists);
        source.setUser("tandem");
        source.setPassword("");
        return source;
    }

    private DatabaseFailure unopened(SQLException e) {
        log.debug("The database cannot be opened: {}", StorageFailure.details(e));
        return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? DataFolder.inUse(folder)
                : damaged();
    }

    private DatabaseFailure damaged() {
        return new DatabaseFailure(
                "The database %s is damaged and was left as it is; move it away and restore a backup"
                                .formatted(file)
                        + " with 'tandem-relay restore', or use another folder.");
    }

    private DatabaseFailure cutShort() {
        return new DatabaseFailure(
                "The database %s is older than when a relay last used it, so something of it is"
                                .formatted(file)
                        + " missing; it was left as it is. Put the whole file back or restore a"
                        + " backup; to go on with what is there, delete the file %s beside it."
                                .formatted(Watermark.NAME));
    }
}
