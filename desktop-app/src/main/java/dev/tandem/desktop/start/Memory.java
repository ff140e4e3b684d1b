package dev.tandem.desktop.start;

import dev.tandem.protocol.api.InviteLink;
import java.util.HashMap;
import java.util.Map;
import java.util.prefs.Preferences;

/// What a person need not write a second time: their name, and where they were last. Never a code
/// and never a password. FX thread.
public sealed interface Memory {
    /// What is kept under `key`, or `otherwise`.
    String recall(Key key, String otherwise);

    void keep(Key key, String value);

    enum Key {
        NAME,
        JOIN_RELAY,
        HOST_RELAY,
        EMAIL
    }

    static String usualRelay() {
        return "127.0.0.1:" + InviteLink.DEFAULT_PORT;
    }

    /// The memory of this person on this computer.
    static Memory ofPerson() {
        return new OfPerson(Preferences.userRoot().node("dev/tandem/start"));
    }

    /// Forgets everything when the program ends.
    static Memory ofProcess() {
        return new OfProcess(new HashMap<>());
    }

    record OfPerson(Preferences node) implements Memory {
        @Override
        public String recall(Key key, String otherwise) {
            return node.get(key.name(), otherwise);
        }

        @Override
        public void keep(Key key, String value) {
            if (value.length() <= Preferences.MAX_VALUE_LENGTH) {
                node.put(key.name(), value);
            }
        }
    }

    record OfProcess(Map<Key, String> values) implements Memory {
        @Override
        public String recall(Key key, String otherwise) {
            return values.getOrDefault(key, otherwise);
        }

        @Override
        public void keep(Key key, String value) {
            values.put(key, value);
        }
    }
}
