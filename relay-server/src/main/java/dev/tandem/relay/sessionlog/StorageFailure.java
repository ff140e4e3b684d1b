package dev.tandem.relay.sessionlog;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// The database did not do what it was asked; nothing of it has happened.
///
/// The message is for the log. An SQL exception is not kept as the cause, because its text may
/// quote the values of a statement.
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// How the systems say it: Linux and macOS, Windows, and where there is a quota.
    private static final List<String> FULL_DISK =
            List.of("no space left", "not enough space", "quota exceeded");

    public StorageFailure(String message) {
        super(message);
    }

    static StorageFailure of(SQLException e) {
        return new StorageFailure(
                isFullDisk(e) ? FreeSpace.FULL : "the database failed: " + details(e));
    }

    private static boolean isFullDisk(SQLException e) {
        String said = String.valueOf(root(e).getMessage()).toLowerCase(Locale.ROOT);
        return FULL_DISK.stream().anyMatch(said::contains);
    }

    /// H2's number of the error, and what the disk said, if it was the disk.
    static String details(SQLException e) {
        Throwable root = root(e);
        String number = "error " + e.getErrorCode();
        return root instanceof SQLException ? number : number + ", " + root;
    }

    private static Throwable root(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
