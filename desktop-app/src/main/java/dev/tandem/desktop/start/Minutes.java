package dev.tandem.desktop.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long an interview is planned to take.
///
/// @param planned 1 to 1440 minutes; null where nothing is planned
record Minutes(@Nullable Integer planned) {
    private static final int DAY = 24 * 60;

    /// Empty if it is no such number; nothing written means nothing planned.
    static Optional<Minutes> parse(String written) {
        if (written.isBlank()) {
            return Optional.of(new Minutes(null));
        }
        if (!written.strip().matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(written.strip());
        return minutes >= 1 && minutes <= DAY
                ? Optional.of(new Minutes(minutes))
                : Optional.empty();
    }
}
