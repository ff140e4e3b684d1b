package dev.tandem.protocol.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a session from outside its room.
public sealed interface SessionPatch {

    record Start() implements SessionPatch {}

    record End() implements SessionPatch {}

    /// Corrects facts; what is null stays as it is.
    record Correct(
            @Nullable String title, @Nullable List<String> tags, @Nullable Integer plannedMinutes)
            implements SessionPatch {
        public Correct {
            tags = tags == null ? null : List.copyOf(tags);
        }
    }
}
