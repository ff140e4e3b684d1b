package dev.tandem.protocol.event;

import dev.tandem.protocol.id.DocumentId;

/// Something about a candidate's window that it tells where the session has that on. It is what
/// happened, and judges nothing.
public sealed interface Fact {
    /// A shorter absence is not noted.
    long SHORTEST_AWAY_MS = 2_000;

    /// A text was pasted that was not copied within the window.
    ///
    /// @param length of the text in UTF-16 code units, at least 1
    record PastedFromOutside(DocumentId doc, int length) implements Fact {}

    /// The window was not in front, and is again.
    ///
    /// @param durationMs how long, at least [#SHORTEST_AWAY_MS]
    record WindowAway(long durationMs) implements Fact {}
}
