package dev.tandem.relay.coderun.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.Eventually;
import dev.tandem.relay.coderun.sandbox.Sandboxes.Result;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real programs in real sandboxes.
@InSandboxes
class BoxTest {
    private static final BoxLimits SMALL =
            new BoxLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    100 << 20,
                    32,
                    1 << 20,
                    4 << 20,
                    64,
                    10_000);

    private Sandbox sandbox;

    @BeforeEach
    void takeASandbox() {
        sandbox = Sandboxes.here();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(sandbox.isTidy()).isTrue();
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().command().orElse("").endsWith("bwrap"));
    }

    private static Result run(String script) throws Exception {
        return Sandboxes.run(script, SMALL, "");
    }

    @Test
    void aProgramSaysSomethingAndEnds() throws Exception {
        Result result = run("echo out; echo err >&2; exit 3");
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(result.end().began()).isTrue();
        assertThat(result.end().exitCode()).isEqualTo(3);
        assertThat(result.end().stop()).isNull();
    }

    @Test
    void itFindsItsSourcesAndCannotChangeThem() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Box.Sink sink = (bytes, length) -> said.write(bytes, 0, length);
        Box box =
                sandbox.start(
                        Map.of("a.txt", "hello".getBytes(UTF_8)),
                        "cat /src/a.txt; echo x >/src/a.txt && echo changed",
                        SMALL,
                        sink,
                        (_, _) -> {});
        assertThat(box.await().exitCode()).isNotZero();
        assertThat(said.toString(UTF_8)).isEqualTo("hello");
    }

    @Test
    void aSignalIsToldAsAShellTellsIt() throws Exception {
        assertThat(run("kill -SEGV $$").end().exitCode()).isEqualTo(139);
        Result killed = run("kill -9 $$");
        assertThat(killed.end().exitCode()).isEqualTo(137);
        assertThat(killed.end().stop()).isNull();
    }

    @Test
    void aProgramThatSleepsIsEndedByTheClock() throws Exception {
        BoxEnd end = run("echo before; exec sleep 100").end();
        assertThat(end.stop()).isEqualTo(Stop.TIME);
        assertThat(end.exitCode()).isEqualTo(137);
    }

    @Test
    void aProgramThatIgnoresEverythingIsEndedToo() throws Exception {
        BoxEnd end = run("trap '' INT TERM HUP; exec >&- 2>&-; while :; do sleep 1; done").end();
        assertThat(end.stop()).isEqualTo(Stop.TIME);
    }

    @Test
    void processorTimeCountsOfAllProcessesTogether() throws Exception {
        BoxLimits patient =
                new BoxLimits(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        100 << 20,
                        32,
                        1 << 20,
                        4 << 20,
                        64,
                        10_000);
        Result result =
                Sandboxes.run("for i in 1 2 3; do (while :; do :; done) & done; wait", patient, "");
        assertThat(result.end().stop()).isEqualTo(Stop.CPU);
    }

    @Test
    void tooMuchMemoryIsNoticed() throws Exception {
        Result result = run("x=a; while :; do x=$x$x; done");
        assertThat(result.end().stop()).isEqualTo(Stop.MEMORY);
        assertThat(result.end().memory()).isGreaterThan(SMALL.memory());
    }

    @Test
    void tooMuchOutputEndsItAndWhatWasBeforeIsKept() throws Exception {
        Result result = run("exec yes");
        assertThat(result.end().stop()).isEqualTo(Stop.OUTPUT);
        assertThat(result.end().truncated()).isTrue();
        assertThat(result.stdout()).hasSize(10_000).startsWith("y\ny\n");
    }

    @Test
    void itsInputIsAllThereAndThenEnds() throws Exception {
        assertThat(Sandboxes.run("exec tr a-z A-Z", SMALL, "one\ntwo\n").stdout())
                .isEqualTo("ONE\nTWO\n");
    }

    @Test
    void whoNeverReadsHoldsNobodyUp() throws Exception {
        assertThat(Sandboxes.run("exec true", SMALL, "x".repeat(900_000)).end().exitCode())
                .isZero();
    }

    @Test
    void theClockStandsStillWhileItWaitsForSomeoneToType() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        BoxLimits quick =
                new BoxLimits(
                        Duration.ofMillis(1_500),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        100 << 20,
                        32,
                        1 << 20,
                        4 << 20,
                        64,
                        10_000);
        Box box =
                sandbox.start(
                        Map.of(),
                        "printf 'name? '; read name; echo \"hello $name\"",
                        quick,
                        (bytes, length) -> said.write(bytes, 0, length),
                        (_, _) -> {});
        long asked = System.nanoTime();
        Thread typist =
                Thread.ofVirtual()
                        .start(() -> {
                            Eventually.until(
                                    "more than its time is over",
                                    () -> System.nanoTime() - asked > 3_000_000_000L);
                            box.type("Ada\n".getBytes(UTF_8));
                        });
        BoxEnd end = box.await();
        typist.join();
        assertThat(end.stop()).isNull();
        assertThat(said.toString(UTF_8)).isEqualTo("name? hello Ada\n");
    }

    @Test
    void itIsStoppedWithAllThatItStarted() throws Exception {
        Box box =
                sandbox.start(Map.of(), "sleep 100 & sleep 100", SMALL, (_, _) -> {}, (_, _) -> {});
        box.stop(Stop.WANTED);
        assertThat(box.await().stop()).isEqualTo(Stop.WANTED);
    }

    @Test
    void aDaemonThatHoldsItsOutputEndsWithIt() throws Exception {
        Result result = run("(setsid sleep 100 &) ; echo done");
        assertThat(result.stdout()).isEqualTo("done\n");
        assertThat(result.end().stop()).isNull();
        assertThat(result.end().exitCode()).isZero();
    }

    /// As bubblewrap does where it ends before its child may go on.
    @Test
    void whatASandboxLeavesThatDidNotBeginIsEnded() throws Exception {
        String sign = "left-by-" + ProcessHandle.current().pid();
        Process failing =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "tail -f /dev/null " + sign + " >/dev/null 2>&1 & exit 1")
                        .start();
        BoxEnd end =
                Box.of(
                                failing,
                                SMALL,
                                ControlGroup.NONE,
                                sign,
                                (_, _) -> {},
                                (_, _) -> {},
                                () -> {})
                        .await();
        assertThat(end.began()).isFalse();
        Eventually.until("it is gone", () -> ProcessTree.with(sign).isEmpty());
    }

    @Test
    void noProgramIsRoot() throws Exception {
        Box box = sandbox.start(Map.of(), "sleep 100", SMALL, (_, _) -> {}, (_, _) -> {});
        List<ProcessHandle> inside =
                await(() ->
                        ProcessHandle.current()
                                .descendants()
                                .filter(p ->
                                        p.info()
                                                .arguments()
                                                .map(List::of)
                                                .orElse(List.of())
                                                .contains("100"))
                                .filter(p -> p.info().command().orElse("").endsWith("sleep"))
                                .toList());
        int user =
                (Integer)
                        Files.getAttribute(Path.of("/proc/" + inside.getFirst().pid()), "unix:uid");
        box.stop(Stop.WANTED);
        box.await();
        assertThat(user).isNotZero();
    }

    private static List<ProcessHandle> await(Supplier<List<ProcessHandle>> look) {
        Eventually.until("the program runs", () -> !look.get().isEmpty());
        return look.get();
    }

    @Test
    void twoAtOnceAreDifferentUsersWhereTheRelayIsRoot() throws Exception {
        Users users = new Users(61_001);
        Integer first = users.take();
        Integer second = users.take();
        assertThat(second).isNotEqualTo(first);
        users.giveBack(first);
        assertThat(users.take()).isEqualTo(first);
        assertThat(new Users(null).take()).isNull();
    }
}
