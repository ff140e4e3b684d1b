package dev.tandem.relay.connection;

import java.time.Duration;
import java.util.Set;

/// What can be set about connections.
///
/// @param allowedOrigins what a handshake's `Origin` may be, if it has one
/// @param heartbeat between two pings
/// @param silence after which a connection counts as lost
/// @param joinTimeout how long the first message may take
public record ConnectionSettings(
        Set<String> allowedOrigins, Duration heartbeat, Duration silence, Duration joinTimeout) {}
