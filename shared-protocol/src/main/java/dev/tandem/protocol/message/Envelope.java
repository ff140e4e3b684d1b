package dev.tandem.protocol.message;

import dev.tandem.protocol.id.CommandId;
import org.jspecify.annotations.Nullable;

/// What a client sent, and the number that an answer to it repeats. Commands must have one;
/// anything else may, so that a client can tell its answers apart.
///
/// @param id null where the message had no usable one
public record Envelope(@Nullable CommandId id, ClientMessage message) {}
