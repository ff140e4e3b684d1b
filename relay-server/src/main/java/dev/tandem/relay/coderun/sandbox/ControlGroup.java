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
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(1);
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

    /// Ends whatever is still in it, and takes it away. Those that die slowly, as many do on a
    /// computer that has much to do, are waited for elsewhere.
    void end() {
        if (folder == null || isGone(folder, PATIENCE)) {
            return;
        }
        Thread.ofVirtual()
                .name("run-group")
                .start(() -> {
                    if (!isGone(folder, LAST_PATIENCE)) {
                        LOG.warn("A run's control group stays behind: {}", folder);
                    }
                });
    }

    private boolean isGone(Path group, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            ControlGroups.write(group, "cgroup.kill", "1");
            while (number("cgroup.events", "populated") > 0) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK_MS);
            }
            Files.delete(group);
            return true;
        } catch (IOException e) {
            LOG.warn("A run's control group cannot be taken away: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
