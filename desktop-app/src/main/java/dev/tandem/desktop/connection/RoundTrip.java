package dev.tandem.desktop.connection;

/// What a ping and its answer tell.
///
/// @param roundTripMs how long both took
/// @param serverAheadMs by how much the relay's clock is ahead of this computer's, if the ping took
///   as long as its answer; at most half a round trip away from the truth
public record RoundTrip(long roundTripMs, long serverAheadMs) {}
