package dev.tandem.relay.config;

import java.time.Duration;

/// How much is too much.
public record LimitConfig(
        @Key(
                        help = "How many people a room connects at most.",
                        byDefault = "10",
                        least = "1",
                        most = "500",
                        option = "--room-size")
                int participantsPerRoom,
        @Key(
                        help =
                                "The largest message over a connection, and the largest body of a"
                                        + " request. Clients count on 1 MiB.",
                        byDefault = "1MiB",
                        least = "1MiB",
                        most = "64MiB")
                ByteSize message,
        @Key(
                        help =
                                "How many commands of one connection may wait for their room; then the"
                                        + " relay stops reading it until the room has caught up.",
                        byDefault = "256",
                        least = "1",
                        most = "100000")
                int commandsWaiting,
        @Key(
                        help = "How many chat messages someone may write in a second, on and on.",
                        byDefault = "20",
                        least = "1",
                        most = "10000")
                int chatMessagesPerSecond,
        @Key(
                        help = "How many chat messages someone may write at a time, after a pause.",
                        byDefault = "100",
                        least = "1",
                        most = "10000")
                int chatMessageBurst,
        @Key(
                        help = "How many programs someone may run in a second, on and on.",
                        byDefault = "1",
                        least = "1",
                        most = "1000")
                int runsPerSecond,
        @Key(
                        help = "How many programs someone may run at a time, after a pause.",
                        byDefault = "5",
                        least = "1",
                        most = "1000")
                int runBurst,
        @Key(
                        help =
                                "How many passing messages of one participant (carets and the like) go"
                                        + " on in a second; of more, only the newest does.",
                        byDefault = "50",
                        least = "1",
                        most = "10000")
                int passingMessagesPerSecond,
        @Key(
                        help =
                                "How much may wait for one reader; one that is further behind is cut"
                                        + " off, and comes back to the log.",
                        byDefault = "1MiB",
                        least = "64KiB",
                        most = "1GiB")
                ByteSize readerBacklog,
        @Key(
                        help =
                                "So many messages within a minute that are not to be understood close a"
                                        + " connection.",
                        byDefault = "20",
                        least = "1",
                        most = "100000")
                int badMessagesPerMinute,
        @Key(
                        help = "How many connections one address has at most.",
                        byDefault = "1000",
                        least = "1",
                        most = "1000000",
                        option = "--connections-per-address")
                int connectionsPerAddress,
        @Key(
                        help =
                                "So many failed joins shut an address out, for as long as"
                                        + " `failed-joins-within`.",
                        byDefault = "20",
                        least = "1",
                        most = "1000000")
                int failedJoins,
        @Key(
                        help = "The time within which failed joins are counted.",
                        byDefault = "60s",
                        least = "1s",
                        most = "24h")
                Duration failedJoinsWithin,
        @Key(
                        help =
                                "So many failed log-ins shut an account out, for as long as"
                                        + " `failed-logins-within`. Where it was logged in to before,"
                                        + " only failures from there count.",
                        byDefault = "10",
                        least = "1",
                        most = "1000000")
                int failedLoginsPerAccount,
        @Key(
                        help = "So many failed log-ins from one address shut it out likewise.",
                        byDefault = "30",
                        least = "1",
                        most = "1000000")
                int failedLoginsPerAddress,
        @Key(
                        help = "The time within which failed log-ins are counted.",
                        byDefault = "15m",
                        least = "1s",
                        most = "15m")
                Duration failedLoginsWithin) {}
