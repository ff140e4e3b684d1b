package dev.tandem.protocol.room;

import dev.tandem.protocol.role.DepartureReason;

/// Where a participant is.
public enum Presence {
    CONNECTED,
    /// The connection is gone; they may come back to their place.
    LOST,
    /// They left for good.
    LEFT,
    REMOVED;

    /// Whether they are in the room, or can come back to their place in it.
    public boolean mayBeHere() {
        return this == CONNECTED || this == LOST;
    }

    static Presence after(DepartureReason reason) {
        return switch (reason) {
            case LEFT -> LEFT;
            case LOST -> LOST;
            case REMOVED -> REMOVED;
        };
    }
}
