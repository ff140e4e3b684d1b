package dev.tandem.relay.coderun.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Tells by the system call in which a process is whether it waits for someone to type: it reads
/// its standard input, or waits for whatever comes, without end.
final class Waits {
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final String READ = ARM ? "63" : "0";
    private static final Set<String> POLL = Set.of("7");
    private static final Set<String> EPOLL = ARM ? Set.of("22") : Set.of("232", "281");
    private static final String PPOLL = ARM ? "73" : "271";
    private static final int TIMEOUT = 3;

    private Waits() {}

    /// @param tasks of the process, in `/proc`
    static boolean forInput(List<Path> tasks) {
        return tasks.stream().anyMatch(Waits::isForInput);
    }

    private static boolean isForInput(Path task) {
        String line = ProcessTree.line(task.resolve("syscall"));
        return line != null && isForInput(line.split(" ", -1));
    }

    /// @param call its number and its arguments, as `/proc/PID/syscall` has them
    static boolean isForInput(String[] call) {
        if (call.length < 5) {
            return false; // it runs
        }
        String number = call[0];
        if (number.equals(READ)) {
            return call[1].equals("0x0");
        }
        if (number.equals(PPOLL)) {
            return call[TIMEOUT].equals("0x0"); // a pointer, to nothing
        }
        return (!ARM && POLL.contains(number) && isForever(call[TIMEOUT]))
                || (EPOLL.contains(number) && isForever(call[TIMEOUT + 1]));
    }

    private static boolean isForever(String timeout) {
        return timeout.endsWith("ffffffff");
    }
}
