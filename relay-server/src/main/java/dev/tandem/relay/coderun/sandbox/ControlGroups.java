package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The relay's own part of the kernel's tree of control groups, version 2 (`cgroups(7)`), where it
/// may divide it, as with `Delegate=yes` under systemd. Then each run gets a group, in which the
/// kernel itself counts and limits all that the run takes: also what is over between two looks, and
/// files and buffers in memory. Any thread.
///
/// @param folder that is divided; null where there is none
/// @param words what is so, for people
record ControlGroups(@Nullable Path folder, String words) {
    /// Only the last groups of a branch may have processes, so the relay has one for itself.
    private static final String RELAY = "relay";

    private static final List<String> NEEDED = List.of("memory", "pids");
    private static final String HIERARCHY = "0::";

    /// As much less than the relay, which has 100, as `nice` makes of a single thread.
    private static final String WEIGHT = "10";

    /// The processes that bubblewrap itself is, before and beside the program's.
    private static final int BUBBLEWRAP = 3;

    static ControlGroups none(String reason) {
        return new ControlGroups(null, "without control groups: " + reason);
    }

    /// Those of this process, which moves into a group of its own if it was not there yet.
    static synchronized ControlGroups find() {
        Path own = own(lines("/proc/self/cgroup"), lines("/proc/self/mountinfo")).orElse(null);
        if (own == null) {
            return none("there is no tree of version 2");
        }
        Path above = own.getParent();
        if (own.endsWith(RELAY) && above != null && has(above, "cgroup.subtree_control")) {
            return of(above);
        }
        try {
            return settle(own);
        } catch (IOException e) {
            return none(e.toString());
        }
    }

    private static ControlGroups settle(Path own) throws IOException {
        if (!has(own, "cgroup.controllers") || !Files.isWritable(own)) {
            return none("they are not the relay's to divide");
        }
        String self = Long.toString(ProcessHandle.current().pid());
        if (!ProcessTree.lines(own.resolve("cgroup.procs")).equals(List.of(self))) {
            return none("other processes are in the relay's");
        }
        write(Files.createDirectories(own.resolve(RELAY)), "cgroup.procs", self);
        try {
            return divide(own);
        } catch (IOException e) {
            write(own, "cgroup.procs", self);
            throw e;
        }
    }

    /// @param folder of a group without processes
    static ControlGroups divide(Path folder) throws IOException {
        write(folder, "cgroup.subtree_control", "+memory +pids");
        if (words(folder, "cgroup.controllers").contains("cpu")) {
            write(folder, "cgroup.subtree_control", "+cpu");
        }
        return of(folder);
    }

    private static ControlGroups of(Path folder) {
        return new ControlGroups(folder, "with a control group for each run");
    }

    /// Where the group of a process is.
    ///
    /// @param cgroup as `/proc/PID/cgroup` has it
    /// @param mounts as `/proc/PID/mountinfo` has them
    static Optional<Path> own(List<String> cgroup, List<String> mounts) {
        return cgroup.stream()
                .filter(line -> line.startsWith(HIERARCHY))
                .map(line -> Path.of(line.substring(HIERARCHY.length())))
                .findFirst()
                .flatMap(group ->
                        mounts.stream().flatMap(mount -> place(group, mount).stream()).findFirst());
    }

    /// Of a mount's line these are the folder that is mounted and where; its kind follows the dash.
    private static Optional<Path> place(Path group, String mount) {
        String[] words = mount.split(" ", -1);
        Path root = Path.of(words[3]);
        return mount.contains(" - cgroup2 ") && group.startsWith(root)
                ? Optional.of(Path.of(words[4]).resolve(root.relativize(group).toString()))
                : Optional.empty();
    }

    /// A group for one run; [ControlGroup#NONE] where there are none.
    ControlGroup make(BoxLimits limits) throws IOException {
        if (folder == null) {
            return ControlGroup.NONE;
        }
        Path group = Files.createTempDirectory(folder, "run-");
        try {
            write(group, "memory.max", Long.toString(limits.memory()));
            write(group, "pids.max", Integer.toString(limits.processes() + BUBBLEWRAP));
            writeIfThere(group, "memory.swap.max", "0");
            writeIfThere(group, "cpu.weight", WEIGHT);
        } catch (IOException e) {
            Files.delete(group);
            throw e;
        }
        return new ControlGroup(group);
    }

    private static void writeIfThere(Path group, String file, String text) throws IOException {
        if (Files.exists(group.resolve(file))) {
            write(group, file, text);
        }
    }

    static void write(Path group, String file, String text) throws IOException {
        Files.writeString(group.resolve(file), text, StandardOpenOption.WRITE);
    }

    private static boolean has(Path group, String file) {
        return words(group, file).containsAll(NEEDED);
    }

    private static List<String> words(Path group, String file) {
        return List.of(String.join(" ", ProcessTree.lines(group.resolve(file))).split(" ", -1));
    }

    private static List<String> lines(String file) {
        return ProcessTree.lines(Path.of(file));
    }

    @Override
    public String toString() {
        return words;
    }
}
