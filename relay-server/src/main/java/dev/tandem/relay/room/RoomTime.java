package dev.tandem.relay.room;

/// The time of the rooms, so that a test can turn it. Any thread.
public interface RoomTime {

    /// Epoch milliseconds UTC.
    long now();

    /// A count of nanoseconds that never goes back, for how long something takes.
    long nanos();

    /// Runs `task` when `now()` has reached `at`, on some thread that it must not hold up.
    Alarm schedule(long at, Runnable task);

    /// Something that is going to run.
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }
}
