package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Word;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How the parts of a relay are, by their names.
public record Health(Map<String, State> parts) {
    public enum State implements Word {
        UP,
        DOWN,
        /// Not there at all, and not needed for serving.
        MISSING
    }

    public Health {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    public boolean isUp() {
        return !parts.containsValue(State.DOWN);
    }
}
