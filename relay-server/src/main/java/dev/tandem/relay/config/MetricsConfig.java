package dev.tandem.relay.config;

import org.jspecify.annotations.Nullable;

/// What can be measured from outside.
public record MetricsConfig(
        @Key(
                        help =
                                "Who may read them: nobody, who asks over the loopback interface and not"
                                        + " by way of a proxy, or anyone.",
                        byDefault = "loopback")
                Readers readers,
        @Key(help = "Whoever has this bearer token may read them, from anywhere.")
                @Nullable Secret token) {

    public enum Readers {
        NOBODY,
        LOOPBACK,
        ANYONE
    }
}
