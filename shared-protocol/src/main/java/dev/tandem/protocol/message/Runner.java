package dev.tandem.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a relay can run.
///
/// @param unavailable why it can run nothing, one sentence with what mends it; null where it can
/// @param languages in which it can run programs; none, without a reason, while it is finding out
public record Runner(@Nullable String unavailable, List<Offer> languages) {
    public Runner {
        languages = List.copyOf(languages);
    }

    /// A relay that runs nothing.
    public static Runner none(String reason) {
        return new Runner(reason, List.of());
    }

    /// What is offered for this language; null for nothing.
    public @Nullable Offer offer(String language) {
        return languages.stream()
                .filter(offer -> offer.language().equals(language))
                .findFirst()
                .orElse(null);
    }

    /// A language that can be run.
    ///
    /// @param language 1 to 32 of `[a-z0-9+#_-]`
    /// @param name for people, such as `Python`
    /// @param version as it says itself, such as `3.11.2`
    public record Offer(String language, String name, String version, RunLimits limits) {}

    /// How much a program may take. Times are milliseconds.
    ///
    /// @param wallMs by the clock on the wall, for a run with its whole input and for a test case
    /// @param interactiveMs the same for a run that can be typed for
    /// @param compileMs by the clock on the wall
    /// @param outputBytes of both streams together
    public record RunLimits(
            long wallMs,
            long interactiveMs,
            long compileMs,
            long cpuMs,
            long memoryBytes,
            long outputBytes) {}
}
