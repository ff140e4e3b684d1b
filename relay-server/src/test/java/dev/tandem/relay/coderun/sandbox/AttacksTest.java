package dev.tandem.relay.coderun.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.coderun.sandbox.Attack.Bare;
import dev.tandem.relay.coderun.sandbox.SandboxState.Ready;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that try to do harm: each in the sandbox, where it has to be held, and those that do no
/// lasting harm without it too, where they have to succeed, since an attack that never does shows
/// nothing. In the sandbox two are under way at once, ahead of the tests that look at them.
@InSandboxes
class AttacksTest {
    private static final int AT_ONCE = 2;
    private static final int USERS = 16;
    private static final int MEMORY = 256 << 20;
    private static final Duration SHORT = Duration.ofSeconds(2);

    /// For the slowest machine.
    private static final Duration LONG = Duration.ofSeconds(100);

    private static final String CANARY = "canary of the host\n";

    @TempDir static Path folder;
    private static final Map<Attack, Future<Outcome>> OUTCOMES = new HashMap<>();
    private static final ExecutorService RUNNERS = Executors.newFixedThreadPool(AT_ONCE);
    private static final int FIRST_USER =
            30_000 + USERS * (int) (ProcessHandle.current().pid() % 1500);
    private static List<Long> before = List.of();
    private static Sandbox sandbox;
    private static ServerSocket port;
    private static Path canary;
    private static Path open;

    record Outcome(BoxEnd end, String said) {

        /// Why it was ended, by the relay or by the limit that the kernel keeps.
        @Nullable Stop stop() {
            return end.stop() == null && end.exitCode() == 152 ? Stop.CPU : end.stop();
        }
    }

    @BeforeAll
    static void begin() throws Exception {
        Sandboxes.here();
        before = children();
        allow(folder, "rwxr-xr-x");
        canary = Files.writeString(folder.resolve("canary"), CANARY);
        allow(canary, "rw-r--r--");
        open = Files.createDirectory(folder.resolve("open"));
        allow(open, "rwxrwxrwx");
        port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // One with users that nobody else has, so that what they leave is told from others'.
        sandbox = ((Ready) new Probe(List.of(), FIRST_USER).look()).sandbox();
        attacks().forEach(attack -> OUTCOMES.put(attack, RUNNERS.submit(() -> inSandbox(attack))));
    }

    private static void allow(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        RUNNERS.shutdown();
        if (sandbox == null || port == null) {
            return;
        }
        try (Sandbox used = sandbox;
                ServerSocket _ = port) {
            assertThat(RUNNERS.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            assertThat(used.isTidy()).isTrue();
            assertThat(children()).isSubsetOf(before);
            assertThat(processesOfRuns()).isEmpty();
            assertThat(canary).hasContent(CANARY);
            assertThat(open).isEmptyDirectory();
        }
    }

    /// With the dead that nobody has buried.
    private static List<Long> children() {
        return new ProcessTree(ProcessHandle.current().pid()).processes();
    }

    /// Those of this computer that belong to users of runs, dead or alive, whoever their parent is.
    private static List<String> processesOfRuns() throws Exception {
        List<String> all = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                List<String> status = ProcessTree.lines(process.resolve("status"));
                if (status.stream().anyMatch(AttacksTest::isOfRun)) {
                    all.add(String.join("; ", status));
                }
            }
        }
        return all;
    }

    private static boolean isOfRun(String line) {
        if (!line.startsWith("Uid:")) {
            return false;
        }
        int user = Integer.parseInt(line.split("\\s+", -1)[1]) - FIRST_USER;
        return user >= 0 && user < USERS;
    }

    private static Stream<Attack> attacks() {
        return Attacks.all().filter(AttacksTest::isForThisComputer);
    }

    private static Stream<Attack> harmless() {
        return attacks().filter(attack -> attack.bare() != Bare.NEVER);
    }

    /// Some attacks name system calls by their numbers on x86_64, or are written for its processor.
    private static boolean isForThisComputer(Attack attack) {
        return System.getProperty("os.arch").equals("amd64")
                || !attack.script().matches("(?s).*(call\\(\\d|0x80).*");
    }

    @Test
    void thereAreManyAndMostAreShownToBeAttacks() {
        assertThat(Attacks.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Attacks.all().filter(attack -> attack.bare() != Bare.NEVER))
                .hasSizeGreaterThanOrEqualTo(35);
        assertThat(Attacks.all().map(Attack::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theSandboxHolds(Attack attack) throws Exception {
        Outcome outcome = OUTCOMES.get(attack).get();
        assertThat(outcome.end().began()).as(outcome.end().words()).isTrue();
        assertThat(outcome.said()).as("%s", outcome.end()).doesNotContain("LEAK");
        if (outcome.stop() == null) {
            assertThat(outcome.said()).as("%s", outcome.end()).contains("HELD");
        } else {
            assertThat(outcome.stop()).as(outcome.said()).isIn(attack.stops());
        }
    }

    /// The clock stands still for it, but not for ever.
    @Test
    void waitingForInputThatNeverComesHasAnEnd() throws Exception {
        BoxLimits limits = limits(SHORT, SHORT.plusSeconds(1));
        Box box = sandbox.start(Map.of(), "read nothing", limits, (_, _) -> {}, (_, _) -> {});
        assertThat(box.await().stop()).isEqualTo(Stop.TIME);
    }

    /// Also while bubblewrap has not yet come to its program.
    @Test
    void itCanBeStoppedAtAnyMoment() throws Exception {
        for (int delay = 0; delay < 30; delay++) {
            Box box =
                    sandbox.start(
                            Map.of(), "sleep 1000", limits(LONG, LONG), (_, _) -> {}, (_, _) -> {});
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
            box.stop(Stop.WANTED);
            assertThat(box.await().stop()).isEqualTo(Stop.WANTED);
        }
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void withoutTheSandboxItSucceeds(Attack attack) throws Exception {
        Assumptions.assumeTrue(
                attack.bare() != Bare.LEAKS_AS_ROOT
                        || "root".equals(System.getProperty("user.name")),
                "only root can do it");
        String said = bare(attack);
        Assumptions.assumeTrue(
                attack.bare() != Bare.LEAKS_IF_THERE || said.contains("LEAK"),
                "not there on this computer: " + said);
        assertThat(said).contains("LEAK");
    }

    private static String script(Attack attack) {
        String script =
                attack.script()
                        .replace("CANARY)", "'%s')".formatted(canary))
                        .replace("CANARY,", "'%s',".formatted(canary))
                        .replace("OPEN_FOLDER", "'%s'".formatted(open))
                        .replace("PORT", Integer.toString(port.getLocalPort()));
        return "set -- '%s' '%s'\n".formatted(canary, open) + script;
    }

    /// One that only the clock can end gets a little of it, and more where it did not come to its
    /// deed in that, which it says.
    private static Outcome inSandbox(Attack attack) throws Exception {
        if (!attack.stops().contains(Stop.TIME)) {
            return inSandbox(attack, LONG);
        }
        Outcome outcome = inSandbox(attack, SHORT);
        for (int times = 2; !outcome.said().contains("BEGUN") && times < 100; times *= 2) {
            outcome = inSandbox(attack, SHORT.multipliedBy(times));
        }
        return outcome;
    }

    private static Outcome inSandbox(Attack attack, Duration time) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Box.Sink sink =
                (bytes, length) -> {
                    synchronized (said) {
                        said.write(bytes, 0, length);
                    }
                };
        Box box =
                sandbox.start(
                        Map.of("source", new byte[1]),
                        script(attack),
                        limits(time, time),
                        sink,
                        sink);
        box.endInput();
        return new Outcome(box.await(), said.toString(UTF_8));
    }

    private static BoxLimits limits(Duration wall, Duration interactive) {
        Duration cpu = wall.equals(SHORT) ? Duration.ofSeconds(1) : LONG;
        return new BoxLimits(wall, interactive, cpu, MEMORY, 64, 4 << 20, 4 << 20, 64, 100_000);
    }

    /// As a relay would that runs code without protection: with its own environment, descriptors
    /// and rights.
    private static String bare(Attack attack) throws Exception {
        Path work = Files.createTempDirectory(folder, "bare");
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", "exec 7<\"$CANARY\"\n" + script(attack))
                        .directory(work.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("CANARY", canary.toString());
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}
