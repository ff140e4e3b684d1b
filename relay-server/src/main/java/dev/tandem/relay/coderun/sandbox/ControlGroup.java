package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The control group of one run. Any thread.
///
/// @param folder of it; null for none, of which nothing is known
record ControlGroup(@Nullable Path folder) {
    static final ControlGroup NONE = new ControlGroup(null);

    private static final Logger LOG = LoggerFactory.getLogger(ControlGroup.class);
    private static final String JOIN = "echo 0 >\"$1\" && shift && exec \"$@\"";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LOOK_MS = 2;

    /// A command line that goes into the group and then becomes `line`. It goes first, since only
    /// the relay's own user may.
    List<String> enter(List<String> line) {
        if (folder == null) {
            return line;
        }
        List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "sh"));
        all.add(folder.resolve("cgroup.procs").toString());
        all.addAll(line);
        return List.copyOf(all);
    }

    /// Whether the kernel ended something of it since it had no memory left.
    boolean isOutOfMemory() {
        return number("memory.events", "oom_kill") > 0;
    }

    Duration cpu() {
        return Duration.ofNanos(1_000 * number("cpu.stat", "usage_usec"));
    }

    /// The most that it ever took, in bytes.
    long memory() {
        String peak = folder == null ? null : ProcessTree.line(folder.resolve("memory.peak"));
        return peak == null ? 0 : Long.parseLong(peak);
    }

    /// The number behind a word at the beginning of a line; 0 where there is none.
    private long number(String file, String word) {
        if (folder == null) {
            return 0;
        }
        return ProcessTree.lines(folder.resolve(file)).stream()
                .filter(line -> line.startsWith(word + " "))
                .mapToLong(line -> Long.parseLong(line.substring(word.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /// Ends whatever is still in it, and takes it away.
    void end() {
        if (folder == null) {
            return;
        }
        try {
            ControlGroups.write(folder, "cgroup.kill", "1");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (number("cgroup.events", "populated") > 0 && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_MS);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("A run's control group stays behind: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
