package dev.tandem.relay.cli;

/// A command could not do its work. The message is one sentence for people.
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    CommandFailure(String sentence) {
        super(sentence);
    }

    /// Says what `cause` says, which is a sentence.
    CommandFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
