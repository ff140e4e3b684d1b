package dev.tandem.relay.config;

import java.time.Duration;

/// The connections of those who are in a room.
public record ConnectionConfig(
        @Key(
                        help = "The time between two pings of the relay.",
                        byDefault = "15s",
                        least = "10ms",
                        most = "10m")
                Duration heartbeat,
        @Key(
                        help = "A connection from which nothing came for so long counts as lost.",
                        byDefault = "45s",
                        least = "100ms",
                        most = "1h")
                Duration silence,
        @Key(
                        help = "How long a connection may take for its first message.",
                        byDefault = "10s",
                        least = "10ms",
                        most = "10m")
                Duration joinTimeout,
        @Key(
                        help = "A reader that takes nothing for so long is cut off.",
                        byDefault = "10s",
                        least = "1s",
                        most = "10m")
                Duration readerTimeout) {}
