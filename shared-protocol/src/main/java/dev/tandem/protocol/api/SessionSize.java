package dev.tandem.protocol.api;

/// How much there is of a session, counted when it ended.
///
/// @param events in its log
/// @param bytes of their payloads as JSON
/// @param runs programs that were run
/// @param submissions documents that were handed in
public record SessionSize(long events, long bytes, int runs, int submissions) {}
