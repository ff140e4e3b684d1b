package dev.tandem.relay.config;

import java.util.Collection;

/// What a relay is told, and by whom.
public final class Configuration {
    private final RelayConfig config;
    private final String text;

    private Configuration(RelayConfig config, String text) {
        this.config = config;
        this.text = text;
    }

    /// What is in force with these sources.
    ///
    /// @throws ConfigProblems everything that is wrong in any of the sources
    public static Configuration read(Sources sources) {
        Reading<RelayConfig> reading =
                new Reading<>(RelayConfig.SCHEMA, RelayRules.ALL, RelayConfig.SCHEMA.defaults());
        sources.readInto(reading);
        return new Configuration(reading.finish(), Printout.of(reading));
    }

    /// All that can be said.
    public static Collection<ConfigKey> keys() {
        return RelayConfig.SCHEMA.keys();
    }

    public RelayConfig config() {
        return config;
    }

    /// A YAML file that says the same. Comments tell where each value comes from; secrets are left
    /// out.
    public String print() {
        return text;
    }
}
