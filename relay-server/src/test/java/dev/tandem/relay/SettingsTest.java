package dev.tandem.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.connection.ConnectionSettings;
import dev.tandem.relay.room.RoomSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Keys that no test tries through a running relay reach those whom they are for; what these do
/// with them is in their own tests.
class SettingsTest {
    private static final RelayConfig CONFIG =
            RelayConfig.defaults(Path.of("data"))
                    .with()
                    .set("limits.commands-waiting", "17")
                    .set("limits.runs-per-second", "2")
                    .set("limits.run-burst", "9")
                    .set("limits.reader-backlog", "65KiB")
                    .set("connections.reader-timeout", "7s")
                    .build();

    @Test
    void howMuchWaitsForARoom() {
        RoomSettings settings = RelayServer.roomSettings(CONFIG);

        assertThat(settings.commandsWaiting()).isEqualTo(17);
    }

    @Test
    void howManyRunsSomeoneMayBegin() {
        RoomSettings settings = RelayServer.roomSettings(CONFIG);

        assertThat(settings.runsPerSecond()).isEqualTo(2);
        assertThat(settings.runBurst()).isEqualTo(9);
    }

    @Test
    void howFarBehindAReaderMayBe() {
        ConnectionSettings settings = RelayServer.connectionSettings(CONFIG);

        assertThat(settings.backlog()).isEqualTo(65 * 1024);
        assertThat(settings.readerTimeout()).isEqualTo(Duration.ofSeconds(7));
    }
}
