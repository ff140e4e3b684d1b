package dev.tandem.relay.coderun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeOutput;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.relay.coderun.language.Language;
import dev.tandem.relay.coderun.language.Languages;
import dev.tandem.relay.coderun.sandbox.Box;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.InSandboxes;
import dev.tandem.relay.coderun.sandbox.Sandbox;
import dev.tandem.relay.coderun.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real programs in each language that is installed. They are begun before the tests, as many at a
/// time as there are cores, and the tests wait for them.
@InSandboxes
class LanguagesRunTest {
    private static final List<String> IN_CI =
            List.of("python", "javascript", "c", "cpp", "go", "ruby", "php", "sql");
    private static final RunId ID = new RunId("run");
    private static final String STARTER = "starter";
    private static final String NO_PROGRAM = "this is no program (";
    private static final long SMALL_MEMORY = 200 << 20;
    private static final Duration SHORT = Duration.ofSeconds(1);

    /// For the slowest machine.
    private static final Duration LONG = Duration.ofSeconds(100);

    private static final List<Language> INSTALLED = new ArrayList<>();
    private static final List<String> LEFT_OUT = new ArrayList<>();
    private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();
    private static final Map<List<String>, Future<?>> BEGUN = new HashMap<>();
    private static final ExecutorService CORES =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private static Sandbox sandbox;

    /// What a program did.
    record Result(BoxEnd end, RunFinished verdict, byte[] stdout, String stderr) {
        String text() {
            return new String(stdout, UTF_8);
        }

        @Nullable RunProblem problem() {
            return verdict.error() == null ? null : verdict.error().code();
        }
    }

    @BeforeAll
    static void ask() throws Exception {
        sandbox = Sandboxes.here();
        Toolchains toolchains = new Toolchains(sandbox);
        for (Language language : Languages.load(null).all()) {
            Language patient = patient(language);
            if (toolchains.ask(patient).isPresent()) {
                INSTALLED.add(patient);
            } else {
                LEFT_OUT.add(language.id());
            }
        }
        System.out.println("Languages that are not installed are left out: " + LEFT_OUT);
        compiled().forEach(id -> begin(() -> events(id, NO_PROGRAM), id, NO_PROGRAM));
        installed().forEach(id -> begin(() -> events(id, null), id, STARTER));
        sampled().forEach(LanguagesRunTest::beginSample);
    }

    private static void beginSample(String id) {
        begin(() -> run(id, "greet", "Ada"), id, "greet");
        begin(() -> run(id, "fail", "now"), id, "fail");
        begin(() -> loop(id), id, "loop");
        begin(() -> run(id, "hog", "now", LONG, SMALL_MEMORY), id, "hog");
        begin(() -> run(id, "print", "1024"), id, "1024");
        begin(() -> run(id, "print", "1025"), id, "1025");
        begin(() -> run(id, "bytes", "now"), id, "bytes");
    }

    private static void begin(Callable<?> work, String... name) {
        BEGUN.put(List.of(name), CORES.submit(work));
    }

    @SuppressWarnings("unchecked")
    private static <T> T end(String... name) throws Exception {
        return (T) BEGUN.get(List.of(name)).get();
    }

    @AfterAll
    static void endAll() {
        CORES.shutdownNow();
    }

    private static Language patient(Language language) {
        return new Language(
                language.id(),
                language.name(),
                language.file(),
                language.setup(),
                language.probe(),
                language.compile(),
                language.prepare(),
                language.run(),
                limits(language.limits(), LONG, language.limits().memory()),
                limits(language.compileLimits(), LONG, language.compileLimits().memory()),
                language.starter());
    }

    private static BoxLimits limits(BoxLimits usual, Duration time, long memory) {
        return new BoxLimits(
                time,
                time,
                time,
                memory,
                usual.processes(),
                usual.fileSize(),
                usual.disk(),
                usual.openFiles(),
                usual.output());
    }

    private static Stream<String> installed() {
        return INSTALLED.stream().map(Language::id);
    }

    private static Stream<String> compiled() {
        return INSTALLED.stream().filter(one -> one.compile() != null).map(Language::id);
    }

    private static Stream<String> sampled() {
        return installed().filter(Samples::isThere);
    }

    private static Language language(String id) {
        return INSTALLED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /// Elsewhere a language may be missing; there its absence would go unnoticed.
    @Test
    void theUsualOnesAreThereWhereTheyAreInstalledForTheTests() {
        boolean prepared =
                System.getenv("CI") != null
                        && "root".equals(System.getProperty("user.name"))
                        && Files.exists(Path.of("/etc/debian_version"));
        assertThat(installed()).contains("bash");
        if (prepared) {
            assertThat(installed()).containsAll(IN_CI);
        }
    }

    @ParameterizedTest
    @MethodSource("installed")
    void theTextToBeginWithRuns(String id) throws Exception {
        assertGreets(end(id, STARTER));
    }

    private static void assertGreets(List<RoomEvent> events) {
        assertThat(printed(events, RunStream.STDOUT)).isEqualTo("Hello, world!\n");
        RunFinished end = (RunFinished) events.getLast();
        assertThat(end.error()).isNull();
        assertThat(end.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void whatDoesNotCompileIsNotRunAndTheErrorsAreShown(String id) throws Exception {
        List<RoomEvent> events = end(id, NO_PROGRAM);
        RunFinished end = (RunFinished) events.getLast();
        assertThat(end.error()).isNotNull();
        assertThat(end.error().code()).isEqualTo(RunProblem.COMPILE_FAILED);
        assertThat(printed(events, RunStream.STDERR)).isNotBlank();
        assertThat(printed(events, RunStream.STDOUT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void itReadsItsInput(String id) throws Exception {
        Result result = end(id, "greet");
        assertThat(result.text()).as(result.stderr()).isEqualTo("hello Ada\n");
        assertThat(result.verdict().exitCode()).isZero();
        assertThat(result.problem()).isNull();
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void itSaysThatItFailedInBothWays(String id) throws Exception {
        Result result = end(id, "fail");
        assertThat(result.text()).isEmpty();
        assertThat(result.stderr()).contains("bad");
        assertThat(result.verdict().exitCode()).isEqualTo(Samples.failure(id));
        assertThat(result.problem()).isNull();
    }

    /// It gets a little time, and more if it had not begun to loop in that.
    private static Result loop(String id) throws Exception {
        Duration time = SHORT;
        Result result = run(id, "loop", "now", time, SMALL_MEMORY);
        while (!result.text().equals("begun\n") && time.compareTo(LONG) < 0) {
            time = time.multipliedBy(2);
            result = run(id, "loop", "now", time, SMALL_MEMORY);
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void aLoopIsCut(String id) throws Exception {
        Result result = end(id, "loop");
        assertThat(result.text()).as(result.stderr()).isEqualTo("begun\n");
        assertThat(result.problem()).isIn(RunProblem.TIME_LIMIT, RunProblem.CPU_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void itsMemoryHasAnEnd(String id) throws Exception {
        Result result = end(id, "hog");
        assertThat(result.problem()).as(result.stderr()).isEqualTo(RunProblem.MEMORY_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void aMegabyteOfOutputIsAllThere(String id) throws Exception {
        Result result = end(id, "1024");
        assertThat(result.stdout()).hasSize(1 << 20);
        assertThat(result.verdict().truncated()).isFalse();
        assertThat(result.problem()).isNull();
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void moreIsCut(String id) throws Exception {
        Result result = end(id, "1025");
        assertThat(result.stdout()).hasSize(1 << 20);
        assertThat(result.verdict().truncated()).isTrue();
        assertThat(result.problem()).isEqualTo(RunProblem.OUTPUT_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void itPrintsBytesThatAreNoText(String id) throws Exception {
        Result result = end(id, "bytes");
        assertThat(result.stdout())
                .as(result.stderr())
                .containsExactly(0xFF, 0xFE, 'e', 'n', 'd', '\n');
        assertThat(result.problem()).isNull();
    }

    /// Java's compiler ends where it has to use an archive that it cannot use.
    @Test
    void theCompilerOfJavaCanUseWhatWasPrepared() throws Exception {
        Assumptions.assumeTrue(installed().anyMatch("java"::equals), "there is no JDK");
        Language java = language("java");
        new Toolchains(sandbox).prepare(java);
        String use =
                """
                if [ "$newest" -ge 25 ]
                then javac -J-XX:+UseSerialGC -J-XX:AOTMode=on -J-XX:AOTCache=/prepared/java --version
                else javac -J-XX:+UseSerialGC -J-Xshare:on -J-XX:SharedArchiveFile=/prepared/java --version
                fi
                """;
        Result result = inSandbox(Map.of(), java.setup() + "\n" + use, java.compileLimits(), "");
        assertThat(result.end().exitCode()).as(result.text() + result.stderr()).isZero();
        assertGreets(events("java", null));
    }

    /// A whole run, as a room has it, without input.
    ///
    /// @param text null for the one to begin with
    private static List<RoomEvent> events(String id, @Nullable String text) {
        Language language = language(id);
        List<RoomEvent> events = new ArrayList<>();
        RunListener listener =
                new RunListener() {
                    @Override
                    public synchronized void happened(RoomEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void progressed(
                            RunPhase phase, @Nullable Integer place, @Nullable Long limitMs) {}
                };
        String program = text == null ? language.starter() : text;
        RunOrder order = new RunOrder(ID, id, program, "", List.of());
        new OneRun(sandbox, language, order, new Turns(1, 0).take().orElseThrow(), listener).live();
        return events;
    }

    private static String printed(List<RoomEvent> events, RunStream stream) {
        return events.stream()
                .filter(CodeOutput.class::isInstance)
                .map(CodeOutput.class::cast)
                .filter(output -> output.stream() == stream)
                .map(CodeOutput::text)
                .collect(Collectors.joining());
    }

    private static Result run(String id, String mode, String word) throws Exception {
        return run(id, mode, word, LONG, language(id).limits().memory());
    }

    private static Result run(String id, String mode, String word, Duration time, long memory)
            throws Exception {
        Language language = language(id);
        return inSandbox(
                files(language, Samples.text(id, mode, word)),
                language.runScript(),
                limits(language.limits(), time, memory),
                mode + "\n" + word + "\n");
    }

    /// What is compiled is compiled once.
    private static Map<String, byte[]> files(Language language, String text) throws Exception {
        Map<String, byte[]> sources = Map.of(language.file(), text.getBytes(UTF_8));
        if (language.compile() == null) {
            return sources;
        }
        return COMPILED.computeIfAbsent(language.id(), _ -> compile(language, sources));
    }

    private static Map<String, byte[]> compile(Language language, Map<String, byte[]> sources) {
        try {
            Result result =
                    inSandbox(sources, language.compileScript(), language.compileLimits(), "");
            assertThat(result.end().exitCode()).as(result.stderr()).isZero();
            return Map.of(Language.ARCHIVE, result.stdout());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Result inSandbox(
            Map<String, byte[]> files, String script, BoxLimits limits, String stdin)
            throws Exception {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Box box =
                sandbox.start(
                        files,
                        script,
                        limits,
                        (bytes, length) -> stdout.write(bytes, 0, length),
                        (bytes, length) -> stderr.write(bytes, 0, length));
        box.type(stdin.getBytes(UTF_8));
        box.endInput();
        BoxEnd end = box.await();
        return new Result(
                end, Verdict.ofRun(ID, end, limits), stdout.toByteArray(), stderr.toString(UTF_8));
    }
}
