package dev.tandem.protocol.room;

import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// What is known of the session itself. Times are epoch milliseconds UTC.
public record SessionFacts(
        String title,
        SessionStatus status,
        long createdAt,
        @Nullable Long startedAt,
        @Nullable Long endedAt,
        @Nullable EndReason endReason,
        @Nullable Integer plannedMinutes) {

    /// Milliseconds from the start to the end; 0 where it never started, null while it is not over.
    public @Nullable Long durationMs() {
        if (endedAt == null) {
            return null;
        }
        return startedAt == null ? 0 : endedAt - startedAt;
    }

    static SessionFacts created(String title, long at, @Nullable Integer plannedMinutes) {
        return new SessionFacts(title, SessionStatus.WAITING, at, null, null, null, plannedMinutes);
    }

    SessionFacts started(long at) {
        return new SessionFacts(
                title, SessionStatus.ACTIVE, createdAt, at, null, null, plannedMinutes);
    }

    SessionFacts ended(long at, EndReason reason) {
        return new SessionFacts(
                title, SessionStatus.ENDED, createdAt, startedAt, at, reason, plannedMinutes);
    }

    SessionFacts updated(@Nullable String newTitle, @Nullable Integer newPlannedMinutes) {
        return new SessionFacts(
                newTitle == null ? title : newTitle,
                status,
                createdAt,
                startedAt,
                endedAt,
                endReason,
                newPlannedMinutes == null ? plannedMinutes : newPlannedMinutes);
    }
}
