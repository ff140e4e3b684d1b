package dev.tandem.relay.coderun.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line of a sandbox. Pure: nothing is looked at and nothing is started.
///
/// @param etc the folder of `passwd`, `group`, the filter, and what was prepared
record CommandLine(Host host, Path etc) {
    /// Opens what bubblewrap reads, and lets the kernel end the program before the relay.
    private static final String LAUNCH =
            "echo 1000 >/proc/self/oom_score_adj 2>/dev/null;"
                    + " exec 7<\"$1/passwd\" 8<\"$1/group\" 9<\"$1/seccomp.bpf\"; shift; exec \"$@\"";

    /// Says that the program begins, runs it, and ends as it ended. It stays the first process, so
    /// that everything ends with it. The language is set here since what comes before would open a
    /// dozen files for it.
    private static final String FIRST =
            "export LANG=C.UTF-8; printf '%s\\n' \"$2\" >&2; /bin/sh -c \"$1\"; exit $?";

    private static final long MIB = 1 << 20;

    /// @param job what is run
    /// @param user of this run, where the relay is root
    /// @param sign a line that nobody can guess, which stands on the error stream before all else
    List<String> of(Job job, @Nullable Integer user, String sign) {
        BoxLimits limits = job.limits();
        List<String> line = new ArrayList<>();
        if (user != null) {
            become(line, user);
        }
        add(line, "/bin/sh", "-c", LAUNCH, "sh", etc.toString());
        add(line, "bwrap", "--unshare-all", "--unshare-user", "--disable-userns");
        add(line, "--die-with-parent", "--as-pid-1", "--new-session", "--clearenv");
        add(line, "--uid", "65534", "--gid", "65534", "--hostname", "sandbox");
        add(line, "--cap-drop", "ALL", "--seccomp", "9");
        line.addAll(host.arguments());
        // Copies, since each folder or file that is shown at another place takes its time.
        add(line, "--perms", "0444", "--file", "7", "/etc/passwd");
        add(line, "--perms", "0444", "--file", "8", "/etc/group");
        add(line, "--ro-bind", etc.resolve("prepared").toString(), "/prepared");
        add(line, "--proc", "/proc", "--dev", "/dev");
        tmpfs(line, 16 * MIB, "/dev/shm");
        tmpfs(line, limits.disk(), "/tmp");
        tmpfs(line, limits.disk(), "/box");
        add(line, "--ro-bind", job.sources().toString(), "/src");
        // Else a program could take back there that the kernel ends it before the relay.
        add(line, "--remount-ro", "/proc");
        add(line, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/box");
        environment(line);
        add(line, "--");
        limit(line, limits);
        add(line, "/bin/sh", "-c", FIRST, "sh", job.script(), sign);
        return List.copyOf(line);
    }

    /// A root that is only mapped stays root to the kernel, and no limit on processes holds it.
    private static void become(List<String> line, int user) {
        String id = Integer.toString(user);
        add(line, "setpriv", "--reuid", id, "--regid", id, "--clear-groups");
        add(line, "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs");
    }

    private static void tmpfs(List<String> line, long size, String place) {
        add(line, "--size", Long.toString(size), "--tmpfs", place);
    }

    private static void environment(List<String> line) {
        add(line, "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin");
        add(line, "--setenv", "HOME", "/box", "--setenv", "TMPDIR", "/tmp");
        add(line, "--setenv", "PYTHONUNBUFFERED", "1");
    }

    private static void limit(List<String> line, BoxLimits limits) {
        long seconds = Math.max(1, limits.cpu().toSeconds());
        add(line, "/usr/bin/prlimit", "--cpu=" + seconds + ":" + (seconds + 1));
        add(line, "--data=" + Math.max(2 * limits.memory(), 1024 * MIB));
        add(line, "--nproc=" + limits.processes(), "--fsize=" + limits.fileSize());
        add(line, "--nofile=" + limits.openFiles(), "--core=0", "--stack=" + 64 * MIB);
        add(line, "--memlock=65536", "--msgqueue=0", "--");
    }

    private static void add(List<String> line, String... words) {
        line.addAll(List.of(words));
    }
}
