package dev.tandem.relay.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Shuts out who fails too often: `most` failures within `window` cost a pause as long as it. Any
/// thread may call it.
///
/// Many attempts at one time are not many more than allowed: if those under way could use up what
/// is left, the next waits until it is clear what became of them.
final class FailureLimit {
    private final int most;
    private final long windowMs;
    private final InstantSource clock;
    private final Map<String, Failures> failuresOf = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long sweptAt;

    FailureLimit(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.windowMs = window.toMillis();
        this.clock = clock;
    }

    /// How long `key` is shut out, in milliseconds; 0 if it is not.
    long pauseMs(String key) {
        lock.lock();
        try {
            Failures failures = failuresOf.get(key);
            return failures == null ? 0 : Math.max(0, failures.shutUntil - clock.millis());
        } finally {
            lock.unlock();
        }
    }

    /// Begins an attempt, for which [#end] has to be called; or answers for how long it is shut
    /// out, in milliseconds.
    long begin(String key) {
        lock.lock();
        try {
            long pauseMs = pauseMs(key);
            while (pauseMs == 0 && !hasRoom(key)) {
                ended.awaitUninterruptibly();
                pauseMs = pauseMs(key);
            }
            if (pauseMs == 0) {
                of(key).underWay++;
            }
            return pauseMs;
        } finally {
            lock.unlock();
        }
    }

    void end(String key, boolean failed) {
        lock.lock();
        try {
            of(key).underWay--;
            if (failed) {
                fail(key);
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Something failed that was never begun.
    void fail(String key) {
        lock.lock();
        try {
            Failures failures = of(key);
            failures.times.add(clock.millis());
            if (failures.times.size() >= most) {
                failures.shutUntil = clock.millis() + windowMs;
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many keys there is something to remember of.
    int remembered() {
        lock.lock();
        try {
            return failuresOf.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(String key) {
        Failures failures = of(key);
        return failures.underWay == 0 || failures.times.size() + failures.underWay < most;
    }

    /// What there is to remember of `key` at this moment.
    private Failures of(String key) {
        long forgotten = clock.millis() - windowMs;
        if (clock.millis() - sweptAt >= windowMs) {
            failuresOf.values().removeIf(failures -> failures.areOver(forgotten));
            sweptAt = clock.millis();
        }
        Failures failures = failuresOf.computeIfAbsent(key, _ -> new Failures());
        failures.forget(forgotten);
        return failures;
    }

    private static final class Failures {
        final Deque<Long> times = new ArrayDeque<>();
        int underWay;
        long shutUntil;

        void forget(long until) {
            while (!times.isEmpty() && times.peekFirst() <= until) {
                times.removeFirst();
            }
        }

        boolean areOver(long until) {
            return underWay == 0 && (times.isEmpty() || times.peekLast() <= until);
        }
    }
}
