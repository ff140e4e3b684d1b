package dev.tandem.protocol.room;

import dev.tandem.protocol.event.LoggedEvent;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What the candidates' windows tell about themselves.
///
/// @param on whether they do, as it was said when the session was created
/// @param events the last [Limits#FACTS_KEPT] of them, oldest first
public record NotedFacts(boolean on, PVector<LoggedEvent> events) {
    public static final NotedFacts OFF = new NotedFacts(false, TreePVector.empty());

    public static NotedFacts of(boolean on, List<LoggedEvent> events) {
        return new NotedFacts(on, TreePVector.from(events));
    }

    /// One more, where any are told.
    NotedFacts plus(LoggedEvent event) {
        if (!on) {
            return this;
        }
        PVector<LoggedEvent> longer = events.plus(event);
        return new NotedFacts(on, longer.size() > Limits.FACTS_KEPT ? longer.minus(0) : longer);
    }
}
