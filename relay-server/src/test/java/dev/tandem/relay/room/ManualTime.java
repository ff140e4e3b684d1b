package dev.tandem.relay.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/// A clock that stands until a test turns it.
final class ManualTime implements RoomTime {
    private record Task(long at, Runnable action) {}

    private final Queue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
    private long now;
    private long nanos;

    ManualTime(long now) {
        this.now = now;
    }

    @Override
    public synchronized long now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Alarm schedule(long at, Runnable action) {
        if (at <= now) {
            Thread.ofVirtual().start(action);
            return () -> {};
        }
        Task task = new Task(at, action);
        tasks.add(task);
        return () -> cancel(task);
    }

    void advance(Duration by) {
        due(by.toMillis()).forEach(Runnable::run);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized List<Runnable> due(long by) {
        now += by;
        nanos += by * 1_000_000;
        List<Runnable> due = new ArrayList<>();
        while (!tasks.isEmpty() && tasks.peek().at() <= now) {
            due.add(tasks.remove().action());
        }
        return due;
    }

    /// Sets the clock back, as an administrator may.
    synchronized void setBack(Duration by) {
        now -= by.toMillis();
    }

    synchronized void forgetAlarms() {
        tasks.clear();
    }
}
