package dev.tandem.protocol.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of one's sessions, in the order that was asked for.
///
/// @param nextCursor asks for the ones after these; opaque; null when these were the last
public record SessionPage(List<SessionSummary> items, @Nullable String nextCursor) {
    public SessionPage {
        items = List.copyOf(items);
    }
}
