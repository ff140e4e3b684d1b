package dev.tandem.relay.config;

/// What the relay says about itself.
public record LogConfig(
        @Key(help = "How much is said, from errors alone to every step.", byDefault = "info")
                Level level,
        @Key(
                        help = "How it is written: a line of text, or of JSON, for each entry.",
                        byDefault = "text",
                        option = "--log-format")
                Format format) {
    /// What counts before anything is read.
    public static final LogConfig USUAL = new LogConfig(Level.INFO, Format.TEXT);

    /// How an entry is written.
    public enum Format {
        TEXT,
        JSON
    }

    /// The least that is said, from almost nothing to everything.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }
}
