package dev.tandem.desktop.fx;

/// A duration as people read it from a clock.
public final class Elapsed {
    private Elapsed() {}

    /// `24:16`, or `1:02:10` from an hour on. A negative duration is none.
    ///
    /// @param durationMs milliseconds
    public static String format(long durationMs) {
        long seconds = Math.max(0, durationMs) / 1000;
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        return hours == 0
                ? "%02d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(hours, minutes, seconds % 60);
    }
}
