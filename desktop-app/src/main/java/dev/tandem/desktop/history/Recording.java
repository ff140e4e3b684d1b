package dev.tandem.desktop.history;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import java.util.List;

/// An interview with every event of it, in their order.
public record Recording(SessionSummary session, List<LoggedEvent> events) {
    public Recording {
        events = List.copyOf(events);
    }
}
