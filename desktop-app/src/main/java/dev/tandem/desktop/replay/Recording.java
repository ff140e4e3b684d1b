package dev.tandem.desktop.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.replay.CompactLog;
import java.util.List;

/// An interview to be read again.
///
/// @param events its log from the first event on, as its reader may see it
public record Recording(String title, List<LoggedEvent> events) {
    public Recording {
        events = CompactLog.of(events);
    }
}
