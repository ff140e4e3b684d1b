package dev.tandem.relay.config;

import dev.tandem.relay.sessionlog.Durability;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What lasts, and how long.
public record StorageConfig(
        @Key(
                        help =
                                "What is stored survives the end of the process, or a loss of power"
                                        + " too, which takes longer.",
                        byDefault = "process",
                        option = "--durability")
                Durability durability,
        @Key(
                        help =
                                "How long interviews are kept after their end, before they are erased.",
                        least = "1m",
                        most = "36500d",
                        option = "--keep-sessions")
                @Nullable Duration keepSessions,
        @Key(
                        help =
                                "How long it is remembered who created, read, deleted what:"
                                        + " `tandem-relay audit`.",
                        byDefault = "365d",
                        least = "1m",
                        most = "36500d")
                Duration keepAudit) {}
