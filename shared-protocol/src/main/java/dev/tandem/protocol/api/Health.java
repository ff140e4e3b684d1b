package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Word;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How the parts of a relay are, by their names.
///
/// @param notes on some parts, for people: why it is so, and what mends it
public record Health(Map<String, State> parts, Map<String, String> notes) {
    public enum State implements Word {
        UP,
        DOWN,
        /// There, and of use.
        READY,
        /// Not there, and not needed for serving.
        NONE
    }

    public Health {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        notes = Collections.unmodifiableMap(new TreeMap<>(notes));
    }

    public boolean isUp() {
        return !parts.containsValue(State.DOWN);
    }
}
