package dev.tandem.protocol.event;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import org.jspecify.annotations.Nullable;

/// An event at its place in the log.
///
/// @param at epoch milliseconds UTC on the relay's clock; it never goes back within a session
/// @param by whose doing it was; null where the relay itself caused it
/// @param id the author's command that made it; null where none did
public record LoggedEvent(
        Seq seq, long at, @Nullable ParticipantId by, @Nullable CommandId id, RoomEvent event) {}
