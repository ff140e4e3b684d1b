package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void aSandboxThatHoldsHasNoWayOut() {
        assertThat(Probe.escape(List.of("namespace net net:[1]", "through"))).isEmpty();
    }

    @Test
    void anyWayOutIsSaid() {
        assertThat(Probe.escape(List.of("open writing to /", "through"))).contains("writing to /");
    }

    @Test
    void aSharedNamespaceIsAWayOut() throws Exception {
        Path own = Path.of("/proc/self/ns/net");
        Assumptions.assumeTrue(Files.exists(own), "namespaces are there on Linux only");
        String shared = "namespace net " + Files.readSymbolicLink(own);
        assertThat(Probe.escape(List.of(shared, "through"))).isPresent();
    }

    @Test
    void withoutAnEndNothingIsKnown() {
        assertThat(Probe.escape(List.of())).isPresent();
        assertThat(Probe.escape(List.of("namespace net net:[1]"))).isPresent();
    }

    @Test
    void bubblewrapsWordsTellWhatMendsIt() {
        assertThat(Remedy.of("bwrap: setting up uid map: Permission denied").remedy())
                .contains("AppArmor");
        assertThat(Remedy.of("bwrap: Can't mount proc on /newroot/proc: Operation not permitted"))
                .hasToString(
                        "none (bwrap: Can't mount proc on /newroot/proc: Operation not permitted;"
                                + " start the container with --security-opt systempaths=unconfined)");
        assertThat(Remedy.of("").reason()).isNotBlank();
    }
}
