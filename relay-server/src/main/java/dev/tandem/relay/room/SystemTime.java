package dev.tandem.relay.room;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The computer's clock. Any thread.
public record SystemTime(ScheduledExecutorService timer) implements RoomTime {

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm schedule(long at, Runnable task) {
        long delay = Math.max(0, at - now());
        try {
            Future<?> scheduled = timer.schedule(task, delay, TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException _) {
            return () -> {}; // the relay has gone, and its time with it
        }
    }
}
