package dev.tandem.relay.access;

/// More people want a password looked at than can be kept waiting; nothing was looked at.
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooBusy() {
        super("too many passwords wait to be hashed", null, false, false);
    }
}
