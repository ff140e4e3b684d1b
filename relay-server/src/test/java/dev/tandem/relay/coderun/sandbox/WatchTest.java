package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, with a shell in bubblewrap's place, and a clock that the test sets.
class WatchTest {
    private static final long START = 1_000;
    private static final BoxLimits LIMITS =
            new BoxLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(300),
                    40 << 20,
                    64,
                    1 << 20,
                    4 << 20,
                    64,
                    1_000);

    private final List<Process> started = new ArrayList<>();

    @TempDir Path folder;

    @BeforeEach
    void onlyWhereProcIs() {
        Assumptions.assumeTrue(
                ProcessTree.isKnown() && Files.exists(Path.of("/usr/bin/python3")),
                "no Linux, or no Python");
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private ProcessTree tree(String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script + " &\nwait").start();
        started.add(process);
        return new ProcessTree(process.pid());
    }

    private static Watch watch(ProcessTree tree, ControlGroup group, boolean interactive) {
        return new Watch(LIMITS, tree, group, () -> interactive, () -> false, START);
    }

    private static @Nullable Stop after(Watch watch, Duration time) {
        return watch.look(START + time.toNanos());
    }

    @Test
    void whoIsWithinAllLimitsGoesOn() throws Exception {
        Watch watch = watch(tree("sleep 100"), ControlGroup.NONE, true);
        assertThat(after(watch, Duration.ofSeconds(10))).isNull();
        assertThat(watch.startedAt()).isEqualTo(START);
    }

    @Test
    void whoTakesTooLongIsLate() throws Exception {
        Watch watch = watch(tree("sleep 100"), ControlGroup.NONE, true);
        assertThat(after(watch, Duration.ofSeconds(10).plusNanos(1))).isEqualTo(Stop.TIME);
    }

    @Test
    void theClockStandsStillForWhoWaitsForSomeoneButNotForEver() throws Exception {
        ProcessTree tree = tree("exec 3<&0; cat <&3");
        Eventually.until("it reads", () -> tree.usage(true).waiting());
        Watch watch = watch(tree, ControlGroup.NONE, true);
        assertThat(after(watch, Duration.ofSeconds(59))).isNull();
        assertThat(after(watch, Duration.ofSeconds(61))).isEqualTo(Stop.TIME);
        Watch alone = watch(tree, ControlGroup.NONE, false);
        assertThat(after(alone, Duration.ofSeconds(11))).isEqualTo(Stop.TIME);
    }

    @Test
    void aLoopHasTooMuchOfTheProcessor() throws Exception {
        Watch watch = watch(tree("while :; do :; done"), ControlGroup.NONE, true);
        Eventually.until("it is noticed", () -> watch.look(START) == Stop.CPU);
        assertThat(watch.cpu()).isGreaterThan(LIMITS.cpu());
    }

    @Test
    void aHogHasTooMuchMemory() throws Exception {
        String hog = "python3 -c 'import time; x = b\"x\" * (60 << 20); time.sleep(100)'";
        Watch watch = watch(tree(hog), ControlGroup.NONE, true);
        Eventually.until("it is noticed", () -> watch.look(START) == Stop.MEMORY);
        assertThat(watch.memory()).isGreaterThan(LIMITS.memory());
    }

    /// What processes share would be too much if it counted for each.
    @Test
    void memoryThatIsSharedCountsOnce() throws Exception {
        ProcessTree tree =
                tree(
                        """
                        python3 -c 'import os, time
                        x = b"x" * (12 << 20)
                        os.fork(); os.fork()
                        time.sleep(100)'\
                        """);
        Eventually.until("four have it", () -> tree.usage(false).memory() > 4 * (12 << 20));
        assertThat(watch(tree, ControlGroup.NONE, true).look(START)).isNull();
    }

    @Test
    void whatAControlGroupSaysCounts() throws Exception {
        Files.writeString(folder.resolve("memory.events"), "oom_kill 0\n");
        Files.writeString(folder.resolve("memory.peak"), "7000000000\n");
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 300000\n");
        Watch watch = watch(tree("sleep 100"), new ControlGroup(folder), true);
        assertThat(watch.look(START)).isNull();
        assertThat(watch.last()).isNull();
        assertThat(watch.memory()).isEqualTo(7_000_000_000L);
        assertThat(watch.cpu()).isEqualTo(LIMITS.cpu());
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 300001\n");
        assertThat(watch.look(START)).isEqualTo(Stop.CPU);
        Files.writeString(folder.resolve("memory.events"), "oom_kill 1\n");
        assertThat(watch.look(START)).isEqualTo(Stop.MEMORY);
        assertThat(watch.last()).isEqualTo(Stop.MEMORY);
    }
}
