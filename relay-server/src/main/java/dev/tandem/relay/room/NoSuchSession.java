package dev.tandem.relay.room;

/// There is no session with this id, or not any more.
public final class NoSuchSession extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchSession() {
        super("no such session", null, false, false);
    }
}
