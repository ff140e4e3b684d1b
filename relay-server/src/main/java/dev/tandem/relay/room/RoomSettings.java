package dev.tandem.relay.room;

import java.time.Duration;

/// What can be set about rooms.
///
/// @param size how many people may be connected at once
/// @param grace how long an active session goes on without an interviewer, and how long the place
///   of someone who was lost is kept
/// @param waitingExpiry how long a session may wait with nobody in it
/// @param commandsWaiting how much of one connection may wait for its room
/// @param chatPerSecond how many chat messages someone may write, for ever
/// @param chatBurst how many they may write at a time
public record RoomSettings(
        int size,
        Duration grace,
        Duration waitingExpiry,
        int commandsWaiting,
        int chatPerSecond,
        int chatBurst) {}
