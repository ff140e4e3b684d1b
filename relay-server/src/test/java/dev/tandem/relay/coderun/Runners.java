package dev.tandem.relay.coderun;

import dev.tandem.relay.config.RelayConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;

/// Runners for tests.
public final class Runners {
    private Runners() {}

    /// One that runs nothing.
    public static CodeRunner off() {
        RelayConfig config =
                RelayConfig.defaults(Path.of("unused")).with().set("runs.on", "false").build();
        return new CodeRunner(config.runs(), new SimpleMeterRegistry());
    }
}
