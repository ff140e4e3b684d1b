package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final Job JOB = new Job(Path.of("/run/1"), "exec true", BoxLimits.RUN);

    private static List<String> line(Integer user) {
        Host host = new Host(user != null, List.of("--ro-bind", "/usr", "/usr"));
        return new CommandLine(host, Path.of("/etc-of-runs")).of(JOB, user, "sign");
    }

    @Test
    void rootBecomesSomebodyElseFirst() {
        assertThat(line(61_001))
                .startsWith("setpriv", "--reuid", "61001", "--regid", "61001", "--clear-groups")
                .containsSequence("--bounding-set=-all", "--no-new-privs", "/bin/sh");
        assertThat(line(null)).startsWith("/bin/sh", "-c").doesNotContain("setpriv");
    }

    @Test
    void nothingIsSharedAndNothingSurvives() {
        assertThat(line(null))
                .contains("--unshare-all", "--unshare-user", "--disable-userns")
                .contains("--die-with-parent", "--as-pid-1", "--new-session", "--clearenv")
                .containsSequence("--cap-drop", "ALL")
                .containsSequence("--seccomp", "9");
    }

    @Test
    void everyWritablePlaceIsSmallAndTheRestIsShutLast() {
        List<String> line = line(null);
        assertThat(line)
                .containsSequence("--size", "16777216", "--tmpfs", "/dev/shm")
                .containsSequence("--size", "67108864", "--tmpfs", "/tmp")
                .containsSequence("--size", "67108864", "--tmpfs", "/box")
                .containsSequence("--ro-bind", "/run/1", "/src")
                .doesNotContain("--bind", "--dev-bind");
        assertThat(line.indexOf("--remount-ro")).isGreaterThan(line.lastIndexOf("--ro-bind"));
        assertThat(line.subList(line.indexOf("--remount-ro"), line.indexOf("--chdir")))
                .containsExactly(
                        "--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/");
    }

    @Test
    void limitsAreSetInside() {
        List<String> line = line(null);
        assertThat(line.subList(line.indexOf("/usr/bin/prlimit"), line.size()))
                .startsWith("/usr/bin/prlimit", "--cpu=10:11", "--data=1073741824", "--nproc=64")
                .contains("--fsize=16777216", "--nofile=256", "--core=0")
                .endsWith("sh", "exec true", "sign");
    }
}
