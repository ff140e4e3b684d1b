package dev.tandem.relay.config;

import java.time.Duration;
import java.util.List;

/// Who may do what.
public record AccessConfig(
        @Key(
                        help =
                                "Whoever comes over the loopback interface may create sessions without"
                                        + " an account.",
                        byDefault = "false",
                        option = "--open-host")
                boolean openHost,
        @Key(
                        help = "Allows `open-host` on a host that others can reach.",
                        byDefault = "false",
                        option = "--open-host-anywhere")
                boolean openHostAnywhere,
        @Key(
                        help =
                                "The origins of web pages that may connect, `https://example.org` for"
                                        + " instance. The desktop application has none.",
                        option = "--allow-origin")
                List<String> allowedOrigins,
        @Key(
                        help =
                                "The reverse proxies in front of the relay, addresses or networks"
                                        + " (`10.0.0.0/8`): what they say in `X-Forwarded-For`, `-Proto`"
                                        + " and `-Host` counts.",
                        option = "--trust-proxy")
                List<String> trustedProxies,
        @Key(
                        help =
                                "How long hashing a password takes on this machine, about: the longer,"
                                        + " the harder guessing is for who has got hold of the hashes.",
                        byDefault = "200ms",
                        least = "1ms",
                        most = "5s")
                Duration passwordTime,
        @Key(
                        help =
                                "The most memory that hashing a password takes. A small relay takes"
                                        + " less, and none less than 19 MiB.",
                        byDefault = "64MiB",
                        least = "19MiB",
                        most = "1GiB")
                ByteSize passwordMemory,
        @Key(
                        help = "How long a log-in lasts that is not used.",
                        byDefault = "30d",
                        least = "1m",
                        most = "365d")
                Duration loginExpiry,
        @Key(
                        help = "How long the invites of a new session let people in.",
                        byDefault = "30d",
                        least = "1m",
                        most = "365d")
                Duration inviteExpiry) {}
