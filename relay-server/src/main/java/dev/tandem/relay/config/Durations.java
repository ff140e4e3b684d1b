package dev.tandem.relay.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `500ms`, `120s`, `2m`, `24h`, `90d`.
public final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private record Unit(String name, long millis) {}

    private static final List<Unit> UNITS =
            List.of(
                    new Unit("d", Duration.ofDays(1).toMillis()),
                    new Unit("h", Duration.ofHours(1).toMillis()),
                    new Unit("m", Duration.ofMinutes(1).toMillis()),
                    new Unit("s", Duration.ofSeconds(1).toMillis()),
                    new Unit("ms", 1));

    private Durations() {}

    /// Empty for what is no duration.
    public static Optional<Duration> read(String written) {
        try {
            return Optional.of(parse(written));
        } catch (BadValue _) {
            return Optional.empty();
        }
    }

    static Duration parse(String written) throws BadValue {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw BadValue.isNo(written, "time; write for instance 500ms, 120s, 2m or 24h");
        }
        long amount = Long.parseLong(parts.group(1));
        return UNITS.stream()
                .filter(unit -> unit.name().equals(parts.group(2)))
                .map(unit -> Duration.ofMillis(amount * unit.millis()))
                .findFirst()
                .orElseThrow();
    }

    /// In the largest unit that divides it: `90m`, `2d`. One minute, hour or day is `60s`, `60m`,
    /// `24h`.
    static String write(Duration duration) {
        long millis = duration.toMillis();
        Unit unit =
                UNITS.stream()
                        .filter(u -> millis % u.millis() == 0)
                        .filter(u -> millis > u.millis() || u.millis() <= 1_000)
                        .findFirst()
                        .orElseThrow();
        return millis / unit.millis() + unit.name();
    }
}
