package dev.tandem.desktop.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/// The fingerprints of the relays' certificates that a person said they trust, by host. Any thread.
public sealed interface KnownRelays {
    /// Null for none.
    @Nullable String recall(String host);

    void keep(String host, String fingerprint);

    /// Those of this person on this computer.
    static KnownRelays ofPerson() {
        return new OfPerson(Preferences.userRoot().node("dev/tandem/relays"));
    }

    /// Forgets everything when the program ends.
    static KnownRelays ofProcess() {
        return new OfProcess(new ConcurrentHashMap<>());
    }

    record OfPerson(Preferences node) implements KnownRelays {
        @Override
        public @Nullable String recall(String host) {
            return node.get(key(host), null);
        }

        @Override
        public void keep(String host, String fingerprint) {
            node.put(key(host), fingerprint);
        }

        /// The end of a name that is too long is what tells it from others.
        private static String key(String host) {
            return host.substring(Math.max(0, host.length() - Preferences.MAX_KEY_LENGTH));
        }
    }

    record OfProcess(Map<String, String> fingerprints) implements KnownRelays {
        @Override
        public @Nullable String recall(String host) {
            return fingerprints.get(host);
        }

        @Override
        public void keep(String host, String fingerprint) {
            fingerprints.put(host, fingerprint);
        }
    }
}
