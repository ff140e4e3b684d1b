package dev.tandem.desktop.replay;

import dev.tandem.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/// What somebody wants to see.
///
/// @param doc the document to look at, if it is open there; null for the one that was written in
///   last
/// @param authors whether they want to know who wrote what
record Wanted(int place, @Nullable DocumentId doc, boolean authors) {}
