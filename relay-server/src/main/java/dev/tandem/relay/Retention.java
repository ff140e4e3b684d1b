package dev.tandem.relay;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.room.NoSuchSession;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.sessionlog.Doer;
import dev.tandem.relay.sessionlog.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases sessions that ended long ago. Any thread.
///
/// @param kept how long they are kept after their end
record Retention(Duration kept, Sessions sessions, RoomRegistry rooms, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /// Erases those that are due, and waits for that.
    void look() {
        for (SessionId session : sessions.endedBefore(clock.millis() - kept.toMillis())) {
            try (LogContext _ = LogContext.of(session)) {
                if (isErased(session)) {
                    LOG.info("Erased session {}, which had been kept for {}", session, kept);
                }
            }
        }
    }

    private boolean isErased(SessionId session) {
        try {
            return rooms.erase(session, () -> sessions.delete(session, Doer.RELAY)).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof NoSuchSession)) {
                LOG.warn("Session {} could not be erased: {}", session, e.getCause());
            }
            return false;
        }
    }
}
