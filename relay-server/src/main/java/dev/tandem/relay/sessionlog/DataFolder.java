package dev.tandem.relay.sessionlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of everything that lasts, held by one relay at a time. The lock is the operating
/// system's, so it is gone with its process, however that ended.
final class DataFolder implements AutoCloseable {
    private static final FileAttribute<?>[] FOR_ITS_OWNER = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes the folder, and makes it where there is none.
    static DataFolder take(Path given) throws DatabaseFailure {
        Path path = given.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new DatabaseFailure("The data folder cannot have a semicolon in its name.");
        }
        try {
            make(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data folder %s cannot be used; see that it is a folder you may write to."
                            .formatted(path));
        }
    }

    static DatabaseFailure inUse(Path path) {
        return new DatabaseFailure(
                "A relay is running on the data folder %s; stop it first, or use another folder."
                        .formatted(path));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // It is gone with the process at the latest.
        }
    }

    private static void make(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(path, posix ? FOR_ITS_OWNER : new FileAttribute<?>[0]);
    }

    private static FileChannel lock(Path path) throws IOException, DatabaseFailure {
        FileChannel channel =
                FileChannel.open(
                        path.resolve("tandem.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            channel.close();
            throw inUse(path);
        }
        return channel;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
