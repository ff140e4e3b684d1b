package dev.tandem.desktop.history;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far back one looks.
public enum Period {
    EVER("Any time", null),
    WEEK("Last 7 days", Duration.ofDays(7)),
    MONTH("Last 30 days", Duration.ofDays(30)),
    YEAR("Last 12 months", Duration.ofDays(365));

    private final String words;
    private final @Nullable Duration length;

    Period(String words, @Nullable Duration length) {
        this.words = words;
        this.length = length;
    }

    /// When it begins, epoch milliseconds UTC; null where it has no beginning.
    @Nullable Long from(long now) {
        return length == null ? null : (Long) (now - length.toMillis());
    }

    @Override
    public String toString() {
        return words;
    }
}
