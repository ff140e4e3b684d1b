package dev.tandem.relay.bench;

/// The load could not be brought to bear. The message is one sentence for people.
public final class BenchFailure extends Exception {
    private static final long serialVersionUID = 1;

    BenchFailure(String sentence) {
        super(sentence);
    }
}
