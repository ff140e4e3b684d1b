package dev.tandem.relay.config;

/// A value that nobody else may read: neither a log nor `config print` shows it.
public record Secret(String value) {
    static final String MASK = "********";

    @Override
    public String toString() {
        return MASK;
    }
}
