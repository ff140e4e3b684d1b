package dev.tandem.relay;

/// The relay could not be started. The message is one plain sentence.
public final class RelayStartFailure extends Exception {
    private static final long serialVersionUID = 1;

    RelayStartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
