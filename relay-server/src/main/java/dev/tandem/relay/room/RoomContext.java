package dev.tandem.relay.room;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.sessionlog.SessionLog;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What a room works with.
///
/// @param paces of everyone in all rooms
/// @param divergences of all rooms
/// @param meters of all rooms
/// @param runner of all rooms
/// @param mail posts a letter to this room, also when it is not open any more
/// @param closing whether the relay is going away
record RoomContext(
        SessionId session,
        SessionLog log,
        Deadlines deadlines,
        RoomTime time,
        Paces paces,
        Divergences divergences,
        RoomMeters meters,
        CodeRunner runner,
        Consumer<Letter> mail,
        AtomicBoolean closing) {

    RoomRuns runs() {
        return new RoomRuns(session, runner, mail);
    }
}
