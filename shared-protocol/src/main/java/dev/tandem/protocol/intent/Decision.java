package dev.tandem.protocol.intent;

import dev.tandem.protocol.event.RoomEvent;
import java.util.List;

/// What a room says to an intent.
public sealed interface Decision {

    /// It happens: `event` is the author's doing and answers the command, `consequences` follow
    /// from it and are the relay's.
    record Accepted(RoomEvent event, List<RoomEvent> consequences) implements Decision {
        public Accepted {
            consequences = List.copyOf(consequences);
        }

        public Accepted(RoomEvent event) {
            this(event, List.of());
        }
    }

    /// Nothing happens.
    record Refused(Refusal refusal) implements Decision {}
}
