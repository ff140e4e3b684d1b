package dev.tandem.relay.coderun.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class PreambleTest {
    private final ByteArrayOutputStream program = new ByteArrayOutputStream();
    private final Preamble preamble =
            new Preamble("sign", (bytes, length) -> program.write(bytes, 0, length));

    private void say(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        preamble.take(bytes, bytes.length);
    }

    @Test
    void whatFollowsTheSignIsTheProgramsOwn() {
        say("nice: a warning\nsi");
        assertThat(preamble.since()).isEmpty();
        say("gn\nbwrap: I am ");
        say("a program: é\n");
        assertThat(preamble.since()).isPresent();
        assertThat(program.toString(UTF_8)).isEqualTo("bwrap: I am a program: é\n");
        assertThat(preamble.words()).isEmpty();
    }

    @Test
    void withoutTheSignAllIsTheSandboxsOwn() {
        say("bwrap: Can't mount proc on /newroot/proc\n");
        assertThat(preamble.since()).isEmpty();
        assertThat(preamble.words()).isEqualTo("bwrap: Can't mount proc on /newroot/proc");
        assertThat(program.size()).isZero();
    }

    @Test
    void wordsWithoutAnEndAreNotKept() {
        say("x".repeat(100_000));
        assertThat(preamble.words()).hasSizeLessThan(5_000);
    }
}
