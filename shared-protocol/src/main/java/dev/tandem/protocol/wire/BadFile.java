package dev.tandem.protocol.wire;

/// A file is no session, or none that is taken. Expected from the outside, so it has no stack
/// trace.
public final class BadFile extends Exception {
    private static final long serialVersionUID = 1;

    /// Because of what `message` says, in one sentence for people.
    public BadFile(String message) {
        super(message, null, false, false);
    }
}
