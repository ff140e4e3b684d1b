package dev.tandem.relay.room;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.sessionlog.SessionLog;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a room works with.
///
/// @param divergences of all rooms
/// @param meters of all rooms
/// @param closing whether the relay is going away
record RoomContext(
        SessionId session,
        SessionLog log,
        Deadlines deadlines,
        RoomTime time,
        Divergences divergences,
        RoomMeters meters,
        AtomicBoolean closing) {}
