package dev.tandem.relay.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Shuts out who fails too often: `most` failures within `window` cost a pause as long as it. Any
/// thread may call it.
///
/// An attempt counts as a failure from its beginning and is taken back when it succeeds, so that
/// many attempts at one time are not many more than allowed.
final class FailureLimit {
    private final int most;
    private final long windowMs;
    private final InstantSource clock;
    private final Map<String, Failures> failuresOf = new HashMap<>();
    private long sweptAt;

    FailureLimit(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.windowMs = window.toMillis();
        this.clock = clock;
    }

    /// How long `key` is shut out, in milliseconds; 0 if it is not.
    synchronized long pauseMs(String key) {
        Failures failures = failuresOf.get(key);
        return failures == null ? 0 : Math.max(0, failures.shutUntil - clock.millis());
    }

    synchronized void begin(String key) {
        long now = clock.millis();
        sweep(now);
        Failures failures = failuresOf.computeIfAbsent(key, _ -> new Failures());
        failures.forget(now - windowMs);
        failures.times.add(now);
        if (failures.times.size() >= most) {
            failures.shutUntil = now + windowMs;
        }
    }

    synchronized void takeBack(String key) {
        Failures failures = failuresOf.get(key);
        if (failures != null) {
            failures.times.pollLast();
            if (failures.times.size() < most) {
                failures.shutUntil = 0;
            }
        }
    }

    /// How many keys there is something to remember of.
    synchronized int remembered() {
        return failuresOf.size();
    }

    /// Drops the keys that have nothing to remember, now and then.
    private void sweep(long now) {
        if (now - sweptAt >= windowMs) {
            failuresOf.values().removeIf(failures -> failures.areOver(now - windowMs));
            sweptAt = now;
        }
    }

    private static final class Failures {
        final Deque<Long> times = new ArrayDeque<>();
        long shutUntil;

        void forget(long until) {
            while (!times.isEmpty() && times.peekFirst() <= until) {
                times.removeFirst();
            }
        }

        boolean areOver(long until) {
            return times.isEmpty() || times.peekLast() <= until;
        }
    }
}
