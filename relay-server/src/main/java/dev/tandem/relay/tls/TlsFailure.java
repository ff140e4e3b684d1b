package dev.tandem.relay.tls;

/// A certificate or key cannot be used; the message says which file, and what to do.
public final class TlsFailure extends Exception {
    private static final long serialVersionUID = 1;

    TlsFailure(String message, Throwable cause) {
        super(message, cause);
    }

    TlsFailure(String message) {
        super(message);
    }
}
