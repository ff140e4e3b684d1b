package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import java.util.List;

/// The time that a replay shows, in epoch milliseconds on the relay's clock. A session may have
/// waited for days before it started, and may be left long after its end: of these only some
/// minutes are shown.
///
/// @param zero from where times are counted: the start, or the beginning if it never started
/// @param end at least `begin`
public record TimeAxis(long begin, long zero, long end) {
    private static final long BEFORE_MS = 120_000;
    private static final long BEHIND_MS = 60_000;

    /// @param log not empty
    static TimeAxis of(List<LoggedEvent> log) {
        long first = log.getFirst().at();
        long last = log.getLast().at();
        long begin = first;
        long zero = first;
        long end = last;
        for (LoggedEvent event : log) {
            if (event.event() instanceof SessionStarted) {
                zero = event.at();
                begin = Math.max(first, zero - BEFORE_MS);
            } else if (event.event() instanceof SessionEnded) {
                end = Math.min(last, event.at() + BEHIND_MS);
            }
        }
        return new TimeAxis(Math.min(begin, end), zero, end);
    }

    public long length() {
        return end - begin;
    }

    double clamp(double instant) {
        return Math.clamp(instant, (double) begin, (double) end);
    }

    /// Where an instant is, from 0 to 1.
    double share(double instant) {
        return length() == 0 ? 0 : (clamp(instant) - begin) / length();
    }

    double share(long instant) {
        return share((double) instant);
    }

    /// The instant at a share of it all.
    double instant(double share) {
        return begin + Math.clamp(share, 0.0, 1.0) * length();
    }

    /// `14:22` since the start, or `−01:20` before it.
    public String words(long instant) {
        long since = instant - zero;
        return since < 0 ? "−" + Elapsed.format(-since) : Elapsed.format(since);
    }
}
