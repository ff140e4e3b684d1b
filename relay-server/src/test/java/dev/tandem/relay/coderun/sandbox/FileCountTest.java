package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.Eventually;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InSandboxes
class FileCountTest {
    @Test
    void filesFoldersAndLinksOfASandboxAreCounted() throws Exception {
        Sandbox sandbox = Sandboxes.here();
        StringBuffer said = new StringBuffer();
        Box.Sink sink = (bytes, length) -> said.append(new String(bytes, 0, length));
        String script =
                "cd /tmp; mkdir -p a/b; touch 1 2 3; ln 1 a/4; ln -s 1 5; cd /box; touch 6;"
                        + " echo made; read wait";
        Box box = sandbox.start(Map.of(), script, BoxLimits.RUN, sink, sink);
        Eventually.until("they are made", () -> said.toString().contains("made"));
        assertThat(box.tree().files()).isEqualTo(8 + 3); // with the three places themselves
        box.stop(Stop.WANTED);
        box.await();
    }

    @Test
    void whatIsNotThereHasNone() {
        assertThat(FileCount.in(Path.of("/nowhere"))).isZero();
        assertThat(new ProcessTree(0).files()).isZero();
    }
}
