package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SpawnerTest {
    private final Spawner spawner = new Spawner();

    @Test
    void startsWhileItIsOpenAndSaysSoWhenItIsNot() throws Exception {
        assertThat(spawner.start(new ProcessBuilder("true")).waitFor()).isZero();
        spawner.close();
        assertThatThrownBy(() -> spawner.start(new ProcessBuilder("true")))
                .isInstanceOf(IOException.class)
                .hasMessage("the sandbox is closed");
    }
}
