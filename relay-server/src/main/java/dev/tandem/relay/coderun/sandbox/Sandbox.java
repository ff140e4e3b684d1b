package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sandbox of this computer: bubblewrap, with a filter for system calls and limits. Any thread.
public final class Sandbox implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SIGN_BYTES = 16;

    private final Spawner spawner = new Spawner();
    private final Workplace workplace;
    private final CommandLine commandLine;
    private final Users users;
    private final ControlGroups groups;

    private Sandbox(
            Workplace workplace, Host host, @Nullable Integer firstUser, ControlGroups groups) {
        this.workplace = workplace;
        commandLine = new CommandLine(host, workplace.etc());
        users = new Users(host.root() ? firstUser : null);
        this.groups = groups;
    }

    /// @param firstUser of those that runs get where the relay is root
    static Sandbox open(Processor processor, Host host, int firstUser, ControlGroups groups)
            throws IOException {
        return new Sandbox(Workplace.open(SeccompFilter.bytes(processor)), host, firstUser, groups);
    }

    /// Runs a script for `/bin/sh`, which begins in the empty folder `/box` and finds `files` in
    /// `/src` and what was prepared in `/prepared`.
    ///
    /// @param files by their names
    public Box start(
            Map<String, byte[]> files,
            String script,
            BoxLimits limits,
            Box.Sink stdout,
            Box.Sink stderr)
            throws IOException, InterruptedException {
        Path sources = workplace.put(files);
        Integer user = users.take();
        Runnable cleaning =
                () -> {
                    users.giveBack(user);
                    Workplace.remove(sources);
                };
        try {
            Job job = new Job(sources, script, limits);
            return start(job, user, stdout, stderr, cleaning);
        } catch (IOException | InterruptedException | RuntimeException e) {
            cleaning.run();
            throw e;
        }
    }

    private Box start(
            Job job, @Nullable Integer user, Box.Sink stdout, Box.Sink stderr, Runnable cleaning)
            throws IOException, InterruptedException {
        ControlGroup group = groups.make(job.limits());
        String sign = sign();
        try {
            Process process = spawner.start(builder(group.enter(commandLine.of(job, user, sign))));
            return Box.of(process, job.limits(), group, sign, stdout, stderr, cleaning);
        } catch (IOException | InterruptedException | RuntimeException e) {
            group.end();
            throw e;
        }
    }

    /// Of the relay's environment nothing comes along: it could be read in the launcher's.
    private static ProcessBuilder builder(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        return builder;
    }

    private static String sign() {
        byte[] bytes = new byte[SIGN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// From now on programs find a file with this plain name in `/prepared`.
    public void prepare(String name, byte[] content) throws IOException {
        workplace.prepare(name, content);
    }

    /// How the kernel counts what programs take.
    ControlGroups groups() {
        return groups;
    }

    /// A file of the relay's that programs do not see.
    Path secret() {
        return workplace.etc().resolve("seccomp.bpf");
    }

    /// Whether no run has left anything in the host's folders.
    boolean isTidy() throws IOException {
        return workplace.isTidy();
    }

    /// Ends what still runs.
    @Override
    public void close() {
        spawner.close();
        workplace.close();
    }
}
