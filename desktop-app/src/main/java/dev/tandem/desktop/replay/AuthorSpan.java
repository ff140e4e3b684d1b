package dev.tandem.desktop.replay;

import dev.tandem.protocol.id.ParticipantId;

/// A piece of a text that one person wrote.
///
/// @param from offset of its first code unit
/// @param to offset after its last one
public record AuthorSpan(int from, int to, ParticipantId by) {}
