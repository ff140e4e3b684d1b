package dev.tandem.relay.coderun.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SpawnerTest {
    private final Spawner spawner = new Spawner();

    @Test
    void whatItStartsLeavesTheProcessorsToOthers() throws Exception {
        try (spawner) {
            Process process = spawner.start(new ProcessBuilder("nice"));
            String nice = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
            assertThat(nice).isEqualTo("10");
        }
    }

    @Test
    void startsWhileItIsOpenAndSaysSoWhenItIsNot() throws Exception {
        assertThat(spawner.start(new ProcessBuilder("true")).waitFor()).isZero();
        spawner.close();
        assertThatThrownBy(() -> spawner.start(new ProcessBuilder("true")))
                .isInstanceOf(IOException.class)
                .hasMessage("the sandbox is closed");
    }
}
