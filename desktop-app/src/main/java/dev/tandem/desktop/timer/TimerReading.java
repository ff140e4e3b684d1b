package dev.tandem.desktop.timer;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.protocol.room.SessionFacts;
import org.jspecify.annotations.Nullable;

/// What the timer shows at one moment.
///
/// @param time how long the interview has been going on, or went on; words before it starts
/// @param plan how long it is planned to take, in words; empty where nothing is planned
/// @param share how much of the planned time is over, 0 to 1; [#NO_PLAN] where nothing is planned
public record TimerReading(String time, String plan, double share) {
    public static final double NO_PLAN = -1;

    private static final long MINUTE_MS = 60_000;

    /// What it shows at `now`.
    ///
    /// @param now epoch milliseconds on the relay's clock
    public static TimerReading of(SessionFacts session, long now) {
        Integer planned = session.plannedMinutes();
        return switch (session.status()) {
            case WAITING ->
                    new TimerReading(
                            "Not started",
                            planned == null ? "" : planned + " min planned",
                            planned == null ? NO_PLAN : 0);
            case ACTIVE -> running(elapsed(session, now), planned);
            case ENDED -> running(ran(session), planned);
        };
    }

    private static long elapsed(SessionFacts session, long now) {
        Long startedAt = session.startedAt();
        return startedAt == null ? 0 : now - startedAt;
    }

    private static long ran(SessionFacts session) {
        Long duration = session.durationMs();
        return duration == null ? 0 : duration;
    }

    private static TimerReading running(long elapsedMs, @Nullable Integer planned) {
        return planned == null
                ? new TimerReading(Elapsed.format(elapsedMs), "", NO_PLAN)
                : new TimerReading(
                        Elapsed.format(elapsedMs),
                        "of %d min".formatted(planned),
                        Math.clamp((double) elapsedMs / (planned * MINUTE_MS), 0, 1));
    }
}
