package dev.tandem.relay.sessionlog;

/// The database did not do what it was asked; nothing of it has happened.
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageFailure(String message) {
        super(message);
    }

    public StorageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
