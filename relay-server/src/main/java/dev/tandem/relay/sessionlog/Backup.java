package dev.tandem.relay.sessionlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of a database, each a zip file as H2 makes them.
public final class Backup {
    private static final Logger log = LoggerFactory.getLogger(Backup.class);

    private Backup() {}

    /// The file gets its name when it is complete and on the disk.
    static void write(DataSource source, Path given) throws DatabaseFailure {
        Path file = given.toAbsolutePath().normalize();
        checkIsNotThere(file);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new NoSuchFileException(file.toString()); // H2 would make its folder
            }
            Files.deleteIfExists(unfinished);
            try (Connection connection = source.getConnection();
                    PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, unfinished.toString());
                backup.execute();
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            OwnerOnly.protect(unfinished);
            checkIsNotThere(file);
            Files.move(unfinished, file);
        } catch (IOException | SQLException e) {
            log.debug("The backup failed", e);
            remove(unfinished);
            throw new DatabaseFailure(
                    "The backup %s cannot be written; see that its folder is there, that the relay"
                                    .formatted(file)
                            + " may write to it, and that the disk is not full.");
        }
    }

    /// Makes a data folder of a backup.
    ///
    /// @param folder where no database is yet; made where it is not there
    /// @throws DatabaseFailure if there is one, or the backup is not whole; then there is none
    ///   afterwards
    public static void restore(Path file, Path folder) throws DatabaseFailure {
        OwnThread.get(() -> {
            try (DataFolder taken = DataFolder.take(folder)) {
                restoreInto(taken.path(), file);
            }
            return folder;
        });
    }

    private static void restoreInto(Path folder, Path file) throws DatabaseFailure {
        Path database = folder.resolve(DatabaseFile.FILE_NAME);
        if (Files.exists(database)) {
            throw new DatabaseFailure(
                    "There is a database in %s already, and it was left as it is; name a new folder"
                                    .formatted(folder)
                            + " with --data, or move that one away.");
        }
        Path room = folder.resolve("restoring");
        Path restored = room.resolve(DatabaseFile.FILE_NAME);
        try {
            Files.createDirectories(room);
            unpack(file, restored);
            checkOpens(room, file);
            Files.deleteIfExists(folder.resolve(Watermark.NAME));
            Files.move(restored, database);
        } catch (IOException e) {
            log.debug("Restoring failed", e);
            throw new DatabaseFailure(
                    "The backup %s cannot be restored to %s; see that the one can be read, the other"
                                    .formatted(file, folder)
                            + " written, and that the disk is not full.");
        } finally {
            for (String name :
                    new String[] {DatabaseFile.FILE_NAME, Watermark.NAME, "tandem.lock"}) {
                remove(room.resolve(name));
            }
            remove(room);
        }
    }

    private static void unpack(Path file, Path to) throws IOException, DatabaseFailure {
        Files.deleteIfExists(to);
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null || !entry.getName().equals(DatabaseFile.FILE_NAME)) {
                throw new DatabaseFailure(file + " is no backup of a relay.");
            }
            Files.copy(zip, to);
        }
    }

    /// Opened and closed in order it is also brought up to this version of the schema.
    private static void checkOpens(Path folder, Path file) throws DatabaseFailure {
        try {
            Database.open(folder).close();
        } catch (DatabaseFailure e) {
            throw new DatabaseFailure(
                    "The backup %s was not restored: %s"
                            .formatted(
                                    file,
                                    String.valueOf(e.getMessage())
                                            .replace(folder.toString(), "in it")));
        }
    }

    private static void checkIsNotThere(Path file) throws DatabaseFailure {
        if (Files.exists(file)) {
            throw new DatabaseFailure(
                    "There is a file %s already, and it was left as it is; name another one."
                            .formatted(file));
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("{} could not be removed: {}", path, e.toString());
        }
    }
}
