package dev.tandem.relay.room;

import dev.tandem.protocol.id.SessionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// At most one alarm for each session, whether its room is open or not. Any thread.
final class Alarms {
    private record Waiting(long at, RoomTime.Alarm alarm) {}

    private final Map<SessionId, Waiting> waiting = new ConcurrentHashMap<>();
    private final RoomTime time;
    private final Consumer<SessionId> bell;

    Alarms(RoomTime time, Consumer<SessionId> bell) {
        this.time = time;
        this.bell = bell;
    }

    /// Rings at `at` (epoch milliseconds UTC) and at no other time; null for never.
    void set(SessionId session, @Nullable Long at) {
        waiting.compute(session, (_, old) -> at == null ? clear(old) : set(session, at, old));
    }

    private static @Nullable Waiting clear(@Nullable Waiting old) {
        if (old != null) {
            old.alarm().cancel();
        }
        return null;
    }

    private Waiting set(SessionId session, long at, @Nullable Waiting old) {
        if (old != null && old.at() == at) {
            return old;
        }
        clear(old);
        return new Waiting(at, time.schedule(at, () -> ring(session, at)));
    }

    private void ring(SessionId session, long at) {
        waiting.computeIfPresent(session, (_, w) -> w.at() == at ? null : w);
        bell.accept(session);
    }
}
