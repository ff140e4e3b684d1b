package dev.tandem.protocol.api;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.Seq;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a session's log.
///
/// @param nextAfter the last seq given, to ask for what follows; null when nothing does
public record EventPage(List<LoggedEvent> items, @Nullable Seq nextAfter) {
    public EventPage {
        items = List.copyOf(items);
    }
}
