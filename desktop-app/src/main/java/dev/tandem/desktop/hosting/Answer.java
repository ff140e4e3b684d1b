package dev.tandem.desktop.hosting;

import dev.tandem.protocol.api.ProblemCode;
import org.jspecify.annotations.Nullable;

/// What became of something that was asked for.
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /// It was not done.
    ///
    /// @param code why, for machines; null where no relay answered
    /// @param sentence why and what to do, for people
    record Failed<T>(@Nullable ProblemCode code, String sentence) implements Answer<T> {}
}
