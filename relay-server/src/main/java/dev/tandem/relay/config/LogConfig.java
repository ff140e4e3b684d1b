package dev.tandem.relay.config;

/// What the relay says about itself.
public record LogConfig(
        @Key(help = "How much is said, from errors alone to every step.", byDefault = "info")
                Level level) {

    /// The least that is said, from almost nothing to everything.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }
}
