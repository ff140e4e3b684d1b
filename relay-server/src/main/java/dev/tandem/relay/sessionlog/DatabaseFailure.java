package dev.tandem.relay.sessionlog;

/// A database that cannot be opened. The message is for people, and says what they can do.
public final class DatabaseFailure extends Exception {
    private static final long serialVersionUID = 1;

    DatabaseFailure(String sentence) {
        super(sentence);
    }
}
