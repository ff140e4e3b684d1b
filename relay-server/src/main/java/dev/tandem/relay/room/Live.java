package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.role.Role;

/// Events as a live connection is told of them.
final class Live {
    private Live() {}

    /// Without what this role may not see, and without the texts that an edit deleted: whoever
    /// follows the room has them.
    static LoggedEvent event(LoggedEvent logged, Role reader) {
        return new LoggedEvent(
                logged.seq(), logged.at(), logged.by(), logged.id(), told(logged.event(), reader));
    }

    private static RoomEvent told(RoomEvent event, Role reader) {
        return event instanceof CodeUpdate(var doc, var revision, var operation, _, var undoOf)
                ? new CodeUpdate(doc, revision, operation, null, undoOf)
                : event.seenBy(reader);
    }
}
