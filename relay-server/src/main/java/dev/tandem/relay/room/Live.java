package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;

/// Events as a live connection is told of them.
final class Live {
    private Live() {}

    /// Without the texts that an edit deleted: whoever follows the room has them.
    static LoggedEvent event(LoggedEvent logged) {
        return logged.event()
                        instanceof CodeUpdate(var doc, var revision, var operation, _, var undoOf)
                ? new LoggedEvent(
                        logged.seq(),
                        logged.at(),
                        logged.by(),
                        logged.id(),
                        new CodeUpdate(doc, revision, operation, null, undoOf))
                : logged;
    }
}
