package dev.tandem.relay.config;

import dev.tandem.relay.config.ConfigKey.Given;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes some values of a [RelayConfig] and leaves the others as they are. For one thread.
public final class RelayConfigBuilder {
    private static final Path HERE = Path.of("");

    private final Reading<RelayConfig> reading;

    RelayConfigBuilder(Map<ConfigKey, @Nullable Object> values) {
        reading = new Reading<>(RelayConfig.SCHEMA, RelayRules.ALL, values);
    }

    public RelayConfigBuilder host(String host) {
        return set("host", host);
    }

    public RelayConfigBuilder port(int port) {
        return set("port", Integer.toString(port));
    }

    public RelayConfigBuilder data(Path data) {
        return set("data", data.toString());
    }

    public RelayConfigBuilder openHost(boolean openHost) {
        return set("access.open-host", Boolean.toString(openHost));
    }

    public RelayConfigBuilder openHostAnywhere(boolean openHostAnywhere) {
        return set("access.open-host-anywhere", Boolean.toString(openHostAnywhere));
    }

    /// Any key, with its value as it is written in a file: `set("connections.silence", "45s")`.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public RelayConfigBuilder set(String path, String value) {
        ConfigKey key = RelayConfig.SCHEMA.key(path);
        if (key == null) {
            throw new IllegalArgumentException("there is no key " + path);
        }
        reading.take(key, new Given(value), new Origin.Default(), HERE);
        return this;
    }

    /// The values as they are now.
    ///
    /// @throws ConfigProblems if some of them do not work
    public RelayConfig build() {
        return reading.finish();
    }
}
