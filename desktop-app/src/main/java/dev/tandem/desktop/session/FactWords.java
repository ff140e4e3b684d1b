package dev.tandem.desktop.session;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.Fact.PastedFromOutside;
import dev.tandem.protocol.event.Fact.WindowAway;
import java.util.Locale;

/// What candidates' windows tell, in words; as the exports have it, too.
public final class FactWords {
    private FactWords() {}

    /// What is said behind a name: `was away from the window, 12 s`.
    public static String of(Fact fact) {
        return switch (fact) {
            case PastedFromOutside(_, int length) ->
                    "pasted %s from outside the window"
                            .formatted(
                                    length == 1
                                            ? "1 character"
                                            : String.format(
                                                    Locale.ENGLISH, "%,d characters", length));
            case WindowAway(long ms) -> "was away from the window, " + duration(ms);
        };
    }

    private static String duration(long ms) {
        long seconds = Math.round(ms / 1_000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0
                ? seconds / 60 + " min"
                : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
