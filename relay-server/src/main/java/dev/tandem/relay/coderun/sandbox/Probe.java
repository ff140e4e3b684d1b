package dev.tandem.relay.coderun.sandbox;

import dev.tandem.relay.coderun.sandbox.SandboxState.None;
import dev.tandem.relay.coderun.sandbox.SandboxState.Ready;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out whether there is a sandbox that holds: it really runs something in it, which tries to
/// get out. Without an answer to each question nothing is ever run.
///
/// @param toolchains further folders that programs see
/// @param firstUser of those that runs get where the relay is root
public record Probe(List<Path> toolchains, int firstUser) {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final List<Path> PROGRAMS = Stream.of("/usr/bin", "/bin").map(Path::of).toList();
    private static final String SCRIPT = "probe.sh";
    private static final String SLOW = "start the relay again when the computer has less to do";
    private static final String OPEN = "open ";
    private static final String NAMESPACE = "namespace ";

    public SandboxState look() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            return new None(
                    "there is none for " + system, "run the relay on Linux; on Windows, in WSL 2");
        }
        String architecture = System.getProperty("os.arch");
        Optional<Processor> processor = Processor.named(architecture);
        if (processor.isEmpty()) {
            return new None(
                    "there is no filter for system calls on " + architecture,
                    "run the relay on x86_64 or aarch64");
        }
        Host host = Host.look(toolchains);
        return missing().orElseGet(() -> open(processor.get(), host));
    }

    private static Optional<SandboxState> missing() {
        if (!isInstalled("bwrap")) {
            return none("bubblewrap is not installed", "apt-get install bubblewrap");
        }
        if (!isInstalled("prlimit") || !isInstalled("setpriv")) {
            return none("util-linux is not installed", "apt-get install util-linux");
        }
        if (!ProcessTree.isKnown()) {
            return none(
                    "/proc does not say whose children processes are",
                    "use a kernel with CONFIG_PROC_CHILDREN");
        }
        return Optional.empty();
    }

    private static boolean isInstalled(String program) {
        return PROGRAMS.stream().map(p -> p.resolve(program)).anyMatch(Files::isExecutable);
    }

    private static Optional<SandboxState> none(String reason, String remedy) {
        return Optional.of(new None(reason, remedy));
    }

    private SandboxState open(Processor processor, Host host) {
        try {
            ControlGroups groups = ControlGroups.find();
            SandboxState state = tryOut(Sandbox.open(processor, host, firstUser, groups));
            if (state instanceof None none && groups.folder() != null) {
                ControlGroups without = ControlGroups.none(none.reason());
                state = tryOut(Sandbox.open(processor, host, firstUser, without));
            }
            return state;
        } catch (IOException e) {
            LOG.debug("The sandbox cannot be tried out", e);
            return new None(
                    "it cannot be tried out: " + e.getMessage(),
                    "see that the temporary folder can be written to");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new None("the relay was stopped", "start it again");
        }
    }

    private static SandboxState tryOut(Sandbox sandbox) throws IOException, InterruptedException {
        SandboxState state = stateOf(sandbox);
        if (state instanceof None) {
            sandbox.close();
        }
        return state;
    }

    private static SandboxState stateOf(Sandbox sandbox) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Box box =
                sandbox.start(
                        Map.of(SCRIPT, script()),
                        "exec /bin/sh /src/%s '%s'".formatted(SCRIPT, sandbox.secret().toString()),
                        BoxLimits.COMPILE,
                        (bytes, length) -> said.write(bytes, 0, length),
                        (bytes, length) -> errors.write(bytes, 0, length));
        box.endInput();
        BoxEnd end = box.await();
        if (!end.began()) {
            return Remedy.of(end.words());
        }
        if (end.stop() != null) {
            return new None("it could not be tried out: it came to its limit, " + end.stop(), SLOW);
        }
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        return escape(lines)
                .map(way -> (SandboxState) new None("it leaves open: " + way, Remedy.REPORT))
                .orElseGet(() -> new Ready(sandbox));
    }

    /// A way that is open to a program in the sandbox; empty if there is none.
    static Optional<String> escape(List<String> lines) {
        if (lines.isEmpty() || !lines.getLast().equals("through")) {
            return Optional.of("nobody knows what, since it was not tried out to the end");
        }
        return lines.stream()
                .map(line -> line.startsWith(OPEN) ? line.substring(OPEN.length()) : shared(line))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String shared(String line) {
        String[] words = line.split(" ", -1);
        return line.startsWith(NAMESPACE) && words[2].equals(ownNamespace(words[1]))
                ? "the relay's own namespace " + words[1]
                : null;
    }

    private static String ownNamespace(String kind) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Probe.class.getResourceAsStream("/dev/tandem/relay/coderun/" + SCRIPT))) {
            return in.readAllBytes();
        }
    }
}
