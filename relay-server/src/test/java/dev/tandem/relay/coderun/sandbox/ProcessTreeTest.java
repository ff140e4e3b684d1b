package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, with a shell in bubblewrap's place.
class ProcessTreeTest {
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

    /// The tree of a shell that runs this and then waits.
    private ProcessTree tree(String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script + "\nwait").start();
        started.add(process);
        return new ProcessTree(process.pid());
    }

    @Test
    void everyoneBelowBelongsToItAndTheFirstIsTheFirst() throws Exception {
        ProcessTree tree = tree("(sleep 100 & sleep 100 & wait) &");
        Eventually.until("three are there", () -> tree.processes().size() == 3);
        assertThat(tree.first()).contains(tree.processes().getFirst());
        assertThat(tree.processes()).doesNotContain(tree.bubblewrap());
    }

    @Test
    void childrenOfOtherThreadsThanTheFirstAreFound() throws Exception {
        ProcessTree tree =
                tree(
                        """
                        python3 -c 'import subprocess, threading, time
                        threading.Thread(target=lambda: subprocess.call(["sleep", "100"])).start()
                        time.sleep(100)' &
                        """);
        Eventually.until("its child is there", () -> tree.processes().size() == 2);
    }

    @Test
    void processorTimeIsCountedAlsoOfWhoIsGone() throws Exception {
        String loop = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";
        ProcessTree tree = tree("(sh -c '%s'; exec sleep 100) &".formatted(loop));
        Eventually.until("the loop is over", () -> lines(tree).equals(List.of("sleep 100")));
        assertThat(tree.usage(false).cpu()).isPositive();
    }

    private static List<String> lines(ProcessTree tree) {
        return tree.processes().stream()
                .map(pid -> ProcessTree.lines(Path.of("/proc", pid.toString(), "cmdline")))
                .map(lines -> String.join("", lines).replace('\0', ' ').strip())
                .toList();
    }

    @Test
    void memoryIsOfAllTogetherAndWhatTheyShareCountsOnceWhereItMatters() throws Exception {
        long size = 50 << 20;
        ProcessTree tree =
                tree(
                        """
                        python3 -c 'import os, time
                        x = bytearray(b"x" * (50 << 20))
                        os.fork(); os.fork()
                        time.sleep(100)' &
                        """);
        Eventually.until("four have it", () -> tree.usage(false).memory() > 4 * size);
        assertThat(tree.proportionalMemory()).isBetween(size, 2 * size);
    }

    @Test
    void sharedMemoryThatNobodyHasJustNowIsMemoryToo() throws Exception {
        ProcessTree tree =
                tree(
                        """
                        python3 -c 'import mmap, os, time
                        m = mmap.mmap(-1, 64 << 20)
                        m[:] = bytes(64 << 20)
                        os.fork()
                        m.madvise(mmap.MADV_DONTNEED)
                        time.sleep(100)' &
                        """);
        Eventually.until(
                "two have dropped it",
                () ->
                        tree.processes().size() == 2
                                && tree.hiddenMemory() == 64 << 20
                                && tree.usage(false).memory() < 64 << 20);
        assertThat(tree.proportionalMemory()).isBetween(64L << 20, 100L << 20);
    }

    @Test
    void largePageTablesAreMemoryToo() throws Exception {
        ProcessTree tree =
                tree(
                        """
                        python3 -c 'import mmap, time
                        m = mmap.mmap(-1, 1 << 36, mmap.MAP_PRIVATE, mmap.PROT_READ)
                        for i in range(0, 1 << 36, 1 << 21): m[i]
                        time.sleep(100)' &
                        """);
        Eventually.until("they are there", () -> tree.hiddenMemory() > 128 << 20);
        assertThat(tree.proportionalMemory()).isGreaterThan(128 << 20);
    }

    @Test
    void whoWaitsForInputIsSeen() throws Exception {
        ProcessTree reads = tree("exec 3<&0; cat <&3 &");
        Eventually.until("it reads", () -> reads.usage(true).waiting());
        assertThat(reads.usage(false).waiting()).isFalse();
        ProcessTree sleeps = tree("sleep 100 &");
        Eventually.until("it sleeps", () -> lines(sleeps).equals(List.of("sleep 100")));
        assertThat(sleeps.usage(true).waiting()).isFalse();
    }

    /// A name may look like what follows it.
    @Test
    void aNameHasNoMeaning() throws Exception {
        Path odd = folder.resolve("a) R 1\n(b");
        Files.copy(Path.of("/bin/sleep"), odd);
        ProcessTree tree = tree("'%s' 100 &".formatted(odd));
        // Until then it is a shell, whose command line has the name too.
        String line = odd.toString().replace("\n", "") + " 100";
        Eventually.until("it runs", () -> lines(tree).equals(List.of(line)));
        // The kernel counts it a little late.
        Eventually.until("it has memory", () -> tree.usage(false).memory() > 0);
        assertThat(tree.usage(false).memory()).isLessThan(50L << 20);
    }

    @Test
    void whoIsGoneCountsForNothing() throws Exception {
        ProcessTree tree = tree("exit");
        started.getFirst().waitFor();
        assertThat(tree.processes()).isEmpty();
        assertThat(tree.first()).isEmpty();
        assertThat(tree.usage(true)).isEqualTo(Usage.NONE);
        assertThat(tree.proportionalMemory()).isZero();
    }

    @Test
    void oneIsFoundByAWordOfItsCommandLine() throws Exception {
        String word = "word-of-" + ProcessHandle.current().pid();
        tree("exec tail -f /dev/null " + word);
        Eventually.until("it is found", () -> ProcessTree.with(word).size() == 1);
    }
}
