package dev.tandem.relay.room;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What can be set about rooms.
///
/// @param size how many people may be connected at once
/// @param grace how long an active session goes on without an interviewer, and how long the place
///   of someone who was lost is kept
/// @param waitingExpiry how long a session may wait with nobody in it
/// @param checkInterval how long after a change everyone is told what the text has to be; so long
///   there is at least between two checks of one text
/// @param commandsWaiting how much of one connection may wait for its room
/// @param chatPerSecond how many chat messages someone may write, for ever
/// @param chatBurst how many they may write at a time
/// @param runsPerSecond how many programs someone may run, for ever
/// @param runBurst how many they may run at a time
/// @param passingPerSecond how many passing messages of theirs go on at once
/// @param kept how long a session is kept after its end; null for until somebody deletes it
public record RoomSettings(
        int size,
        Duration grace,
        Duration waitingExpiry,
        Duration checkInterval,
        int commandsWaiting,
        int chatPerSecond,
        int chatBurst,
        int runsPerSecond,
        int runBurst,
        int passingPerSecond,
        @Nullable Duration kept) {

    /// The contract wants a check within 10 s after a change and at most every 5 s. This keeps a
    /// distance to both, since neither clocks nor networks are exact.
    public static final Duration CHECK_INTERVAL = Duration.ofSeconds(6);
}
