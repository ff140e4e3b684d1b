package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processes below bubblewrap's, as `/proc` has them (`proc(5)`). Nobody in a sandbox gets out
/// of this tree: whoever loses a parent becomes a child of the sandbox's first process. A process
/// may be gone between two looks; then it counts for nothing.
///
/// @param bubblewrap its process
record ProcessTree(long bubblewrap) {
    private static final Path PROC = Path.of("/proc");
    private static final long PAGE = 4096;
    private static final long TICK_MS = 10;

    // Fields of /proc/PID/stat after the name.
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final int THREADS = 17;
    private static final int ADDRESSES = 20;
    private static final int RESIDENT = 21;

    /// Whoever has fewer bytes of addresses has no page tables to speak of: a 512th at most.
    private static final long MANY_ADDRESSES = 4L << 30;

    /// Whether this kernel says whose children processes are.
    static boolean isKnown() {
        return Files.isReadable(PROC.resolve("thread-self/children"));
    }

    /// The first process of the sandbox, once it is there: when it ends, everything in it does.
    Optional<Long> first() {
        return children(bubblewrap).stream().findFirst();
    }

    /// Those of the whole computer whose command line has this word.
    static List<ProcessHandle> with(String word) {
        return ProcessHandle.allProcesses()
                .filter(one ->
                        lines(process(one.pid()).resolve("cmdline")).stream()
                                .anyMatch(line -> line.contains(word)))
                .toList();
    }

    /// All in the sandbox.
    List<Long> processes() {
        List<Long> all = new ArrayList<>(children(bubblewrap));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(children(all.get(i)));
        }
        return all;
    }

    /// @param interactive whether it is to be found out who waits for input
    Usage usage(boolean interactive) {
        long memory = 0;
        long addresses = 0;
        long ticks = 0;
        boolean waiting = false;
        List<Long> all = processes();
        for (long pid : all) {
            String[] stat = stat(pid);
            if (stat.length > RESIDENT) {
                memory += resident(stat);
                addresses += Long.parseLong(stat[ADDRESSES]);
                for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME; i++) {
                    ticks += Long.parseLong(stat[i]);
                }
                waiting |= interactive && Waits.forInput(tasks(pid));
            }
        }
        return new Usage(memory, addresses, Duration.ofMillis(ticks * TICK_MS), waiting);
    }

    /// What they have in memory, where what several share counts once in all, and with what none of
    /// them has just now. Takes its time.
    long proportionalMemory() {
        long all = 0;
        long shared = 0;
        for (long pid : processes()) {
            String[] stat = stat(pid);
            if (stat.length > RESIDENT) {
                List<String> rollup = lines(process(pid).resolve("smaps_rollup"));
                shared += bytes(rollup, "Pss_Shmem:");
                all += rollup.isEmpty() ? resident(stat) : bytes(rollup, "Pss:");
                all += tables(pid, stat);
            }
        }
        return all + Math.max(0, sharedMemory() - shared);
    }

    /// What may be in nobody's resident set, whether it is or not: what they share without a file,
    /// and page tables.
    long hiddenMemory() {
        return sharedMemory() + processes().stream().mapToLong(pid -> tables(pid, stat(pid))).sum();
    }

    private long sharedMemory() {
        return HiddenMemory.shared(
                processes().stream().map(pid -> lines(process(pid).resolve("maps"))).toList());
    }

    /// What may wait in the sandbox's sockets. To be asked only once the program has begun: before
    /// that they are the host's.
    long socketMemory() {
        return first().map(pid -> lines(process(pid).resolve("net/sockstat"))).stream()
                .mapToLong(HiddenMemory::sockets)
                .sum();
    }

    private static long resident(String[] stat) {
        return Long.parseLong(stat[RESIDENT]) * PAGE;
    }

    /// What the kernel takes to know where a process's memory is. It is in nobody's resident set,
    /// and one page of zeros at very many places takes nothing else.
    private static long tables(long pid, String[] stat) {
        return stat.length <= ADDRESSES || Long.parseLong(stat[ADDRESSES]) < MANY_ADDRESSES
                ? 0
                : bytes(lines(process(pid).resolve("status")), "VmPTE:");
    }

    /// Of the lines that begin so, which count kilobytes.
    private static long bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /// How many files they have in the places where they can write. To be asked only once the
    /// program has begun: before that the sandbox's first process still sees the host's.
    long files() {
        return first().map(pid -> process(pid).resolve("root")).stream()
                .flatMap(root -> Stream.of("box", "tmp", "dev/shm").map(root::resolve))
                .mapToLong(FileCount::in)
                .sum();
    }

    private static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        for (Path task : tasks(pid)) {
            for (String line : lines(task.resolve("children"))) {
                for (String child : line.split(" ", -1)) {
                    if (!child.isBlank()) {
                        children.add(Long.valueOf(child));
                    }
                }
            }
        }
        return children;
    }

    private static List<Path> tasks(long pid) {
        Path first = process(pid).resolve("task").resolve(Long.toString(pid));
        String[] stat = stat(pid);
        if (stat.length <= THREADS || stat[THREADS].equals("1")) {
            return List.of(first);
        }
        List<Path> tasks = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(process(pid).resolve("task"))) {
            all.forEach(tasks::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return List.of(first);
        }
        return tasks;
    }

    private static String[] stat(long pid) {
        List<String> lines = lines(process(pid).resolve("stat"));
        String stat = String.join(" ", lines); // a name can have line ends
        return stat.substring(Math.min(stat.length(), stat.lastIndexOf(')') + 2)).split(" ", -1);
    }

    private static Path process(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    /// Nothing where there is no such file any more.
    static List<String> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.isEmpty() ? List.of() : text.lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static @Nullable String line(Path file) {
        List<String> lines = lines(file);
        return lines.isEmpty() ? null : lines.getFirst();
    }
}
