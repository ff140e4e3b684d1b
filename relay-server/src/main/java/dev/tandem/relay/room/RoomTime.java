package dev.tandem.relay.room;

/// The time of the rooms, in epoch milliseconds UTC, so that a test can turn it. Any thread.
public interface RoomTime {

    long now();

    /// Runs `task` when `now()` has reached `at`, on some thread that it must not hold up.
    Alarm schedule(long at, Runnable task);

    /// Something that is going to run.
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }
}
