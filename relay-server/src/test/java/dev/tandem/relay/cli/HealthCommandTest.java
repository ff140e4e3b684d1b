package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.TestRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {
    @TempDir private Path folder;

    @Test
    void saysWhetherARelayServes() throws Exception {
        try (TestRelay _ = TestRelay.start(folder)) {
            CommandLineRun run = health();
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
        CommandLineRun run = health();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No relay answers on " + folder);
    }

    private CommandLineRun health() {
        return CommandLineRun.of("health", "--data", folder.toString());
    }
}
