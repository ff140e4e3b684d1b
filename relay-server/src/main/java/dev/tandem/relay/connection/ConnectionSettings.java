package dev.tandem.relay.connection;

import dev.tandem.relay.config.Proxies;
import java.time.Duration;
import java.util.List;

/// What can be set about connections.
///
/// @param allowedOrigins what a handshake's `Origin` may be, if it has one
/// @param proxies whose word on who connects counts
/// @param perAddress how many connections one address may have
/// @param heartbeat between two pings
/// @param silence after which a connection counts as lost
/// @param joinTimeout how long the first message may take
/// @param messageBytes how long a message may be, in UTF-8
/// @param badMessagesPerMinute so many close a connection
/// @param backlog how many UTF-16 code units may wait for a reader when another message comes
/// @param readerTimeout after which a reader that takes nothing is cut off
public record ConnectionSettings(
        List<String> allowedOrigins,
        Proxies proxies,
        int perAddress,
        Duration heartbeat,
        Duration silence,
        Duration joinTimeout,
        int messageBytes,
        int badMessagesPerMinute,
        int backlog,
        Duration readerTimeout) {}
