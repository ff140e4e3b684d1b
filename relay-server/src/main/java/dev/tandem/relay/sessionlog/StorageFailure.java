package dev.tandem.relay.sessionlog;

import java.sql.SQLException;

/// The database did not do what it was asked; nothing of it has happened.
///
/// The message is for the log. An SQL exception is not kept as the cause, because its text may
/// quote the values of a statement.
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageFailure(String message) {
        super(message);
    }

    static StorageFailure of(SQLException e) {
        return new StorageFailure("the database failed: " + details(e));
    }

    /// H2's number of the error, and what the disk said, if it was the disk.
    static String details(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String number = "error " + e.getErrorCode();
        return root instanceof SQLException ? number : number + ", " + root;
    }
}
