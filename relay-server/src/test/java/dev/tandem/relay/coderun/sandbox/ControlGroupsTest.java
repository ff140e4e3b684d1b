package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InSandboxes
class ControlGroupsTest {
    private static final int FIRST_USER = 61_201;
    private static final String MOUNT =
            "35 24 0:30 %s %s rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "/system.slice/tandem.service, /, /sys/fs/cgroup, /sys/fs/cgroup/system.slice/tandem.service",
        "/, /, /sys/fs/cgroup, /sys/fs/cgroup",
        "/docker/7, /docker/7, /sys/fs/cgroup, /sys/fs/cgroup",
        "/docker/7/a, /docker/7, /sys/fs/cgroup/unified, /sys/fs/cgroup/unified/a"
    })
    void whereItsOwnGroupIs(String group, String root, String place, Path own) {
        List<String> cgroup = List.of("4:memory:/elsewhere", "0::" + group);
        List<String> mounts =
                List.of(
                        "26 24 0:31 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory",
                        MOUNT.formatted(root, place));
        assertThat(ControlGroups.own(cgroup, mounts)).contains(own);
    }

    @Test
    void itIsNowhereWithoutATreeOfVersion2OrOutsideOfWhatIsMounted() {
        String elsewhere = MOUNT.formatted("/docker/8", "/sys/fs/cgroup");
        assertThat(ControlGroups.own(List.of("0::/docker/7"), List.of(elsewhere))).isEmpty();
        assertThat(ControlGroups.own(List.of("4:memory:/"), List.of(elsewhere))).isEmpty();
        assertThat(ControlGroups.own(List.of("0::/"), List.of())).isEmpty();
    }

    @Test
    void whatTheKernelSaysIsRead() throws Exception {
        ControlGroup group = new ControlGroup(folder);
        Files.writeString(folder.resolve("memory.events"), "low 0\noom 3\noom_kill 0\n");
        assertThat(group.isOutOfMemory()).isFalse();
        Files.writeString(folder.resolve("memory.events"), "low 0\noom 3\noom_kill 1\n");
        assertThat(group.isOutOfMemory()).isTrue();
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 1500\nuser_usec 1000\n");
        assertThat(group.cpu()).isEqualTo(Duration.ofNanos(1_500_000));
        Files.writeString(folder.resolve("memory.peak"), "5242880\n");
        assertThat(group.memory()).isEqualTo(5_242_880);
    }

    @Test
    void withoutAGroupNothingIsKnownAndNothingChanges() throws Exception {
        ControlGroup none = ControlGroups.none("it is off").make(BoxLimits.RUN);
        assertThat(none.enter(List.of("true"))).containsExactly("true");
        assertThat(none.isOutOfMemory()).isFalse();
        assertThat(none.cpu()).isZero();
        assertThat(none.memory()).isZero();
        none.end();
    }

    @Test
    void itGoesIntoItsGroupBeforeAllElse() {
        assertThat(new ControlGroup(Path.of("/g/run-1")).enter(List.of("setpriv", "bwrap")))
                .startsWith("/bin/sh", "-c")
                .endsWith("sh", "/g/run-1/cgroup.procs", "setpriv", "bwrap");
    }

    /// In a part of the tree that belongs to nobody, where this computer has one.
    @Test
    void theKernelCountsAndLimitsARun() throws Exception {
        Sandboxes.here();
        Path part = Files.createDirectory(writable().resolve("tandem-" + folder.getFileName()));
        ControlGroups groups = ControlGroups.divide(part);
        try (Sandbox sandbox =
                Sandbox.open(
                        Processor.named(System.getProperty("os.arch")).orElseThrow(),
                        Host.look(List.of()),
                        FIRST_USER,
                        groups)) {
            assertThat(run(sandbox, "exec true").memory()).isPositive();
            assertThat(run(sandbox, hog()).stop()).isEqualTo(Stop.MEMORY);
            try (Stream<Path> left = Files.list(part)) {
                assertThat(left.filter(Files::isDirectory)).isEmpty();
            }
        } finally {
            Files.delete(part);
        }
    }

    /// Files in memory, which are in no process.
    private static String hog() {
        return "for i in 1 2 3 4 5 6; do head -c 10000000 /dev/zero >/tmp/$i; done; sleep 100";
    }

    private static BoxEnd run(Sandbox sandbox, String script) throws Exception {
        BoxLimits usual = BoxLimits.RUN;
        BoxLimits limits =
                new BoxLimits(
                        Duration.ofSeconds(100),
                        Duration.ofSeconds(100),
                        Duration.ofSeconds(100),
                        40 << 20,
                        usual.processes(),
                        usual.fileSize(),
                        usual.disk(),
                        usual.openFiles(),
                        usual.output());
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Box.Sink sink = (bytes, length) -> errors.write(bytes, 0, length);
        Box box = sandbox.start(Map.of(), script, limits, (_, _) -> {}, sink);
        box.endInput();
        BoxEnd end = box.await();
        assertThat(end.began()).as(end.words()).isTrue();
        return end;
    }

    private static Path writable() throws IOException {
        Path own =
                ControlGroups.own(
                                ProcessTree.lines(Path.of("/proc/self/cgroup")),
                                ProcessTree.lines(Path.of("/proc/self/mountinfo")))
                        .orElse(null);
        for (Path group = own; group != null; group = group.getParent()) {
            String given = ProcessTree.line(group.resolve("cgroup.subtree_control"));
            if (given != null
                    && List.of(given.split(" ", -1)).containsAll(List.of("memory", "pids"))
                    && Files.isWritable(group)) {
                return group;
            }
        }
        System.out.println("left out what needs a writable tree of control groups: " + own);
        Assumptions.abort("no writable tree of control groups");
        throw new AssertionError("never comes here");
    }
}
