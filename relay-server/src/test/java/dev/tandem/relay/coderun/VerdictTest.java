package dev.tandem.relay.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.relay.coderun.sandbox.BoxEnd;
import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.coderun.sandbox.Stop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final RunId ID = new RunId("run-3");

    private static BoxEnd end(boolean began, int exitCode, Stop stop) {
        return end(began, exitCode, stop, 1);
    }

    private static BoxEnd end(boolean began, int exitCode, Stop stop, int cpu) {
        Duration second = Duration.ofSeconds(1);
        return new BoxEnd(
                began,
                exitCode,
                stop,
                second,
                second.multipliedBy(cpu),
                5_000,
                stop == Stop.OUTPUT,
                "");
    }

    private static RunFinished run(boolean began, int exitCode, Stop stop) {
        return Verdict.ofRun(ID, end(began, exitCode, stop), BoxLimits.RUN);
    }

    @Test
    void aProgramThatEndsByItselfHasNoError() {
        RunFinished end = run(true, 3, null);
        assertThat(end).isEqualTo(new RunFinished(ID, 3, null, 1_000, 1_000L, 5_000L, false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, TIME_LIMIT, The program took longer than the 10 s it has.",
        "CPU, CPU_LIMIT, The program used more than the 10 s of processor time it has.",
        "MEMORY, MEMORY_LIMIT, The program used more than the 512 MB of memory it has.",
        "FILES, MEMORY_LIMIT, The program made more than the 16384 files it may.",
        "OUTPUT, OUTPUT_LIMIT, The program wrote more than the 1 MB it may.",
        "WANTED, STOPPED, The run was stopped."
    })
    void aLimitIsNamedWithItsValue(Stop stop, RunProblem problem, String sentence) {
        RunFinished end = run(true, 137, stop);
        assertThat(end.error().code()).isEqualTo(problem);
        assertThat(end.error().message()).isEqualTo(sentence);
        assertThat(end.truncated()).isEqualTo(stop == Stop.OUTPUT);
    }

    @Test
    void whatTheRelayDidNotDoIsTheProgramsOwn() {
        RunFinished end = run(true, 137, null);
        assertThat(end.signal()).isEqualTo("SIGKILL");
        assertThat(end.error()).isNull();
        assertThat(run(true, 139, null).signal()).isEqualTo("SIGSEGV");
        assertThat(run(true, 255, null).signal()).isNull();
    }

    @Test
    void theKernelToldItThatItsProcessorTimeIsOver() {
        RunFinished end = Verdict.ofRun(ID, end(true, 152, null, 9), BoxLimits.RUN);
        assertThat(end.error().code()).isEqualTo(RunProblem.CPU_LIMIT);
    }

    @Test
    void whoEndsItselfLikeThatHasHitNoLimit() {
        RunFinished end = run(true, 152, null);
        assertThat(end.error()).isNull();
        assertThat(end.signal()).isEqualTo("SIGXCPU");
    }

    @Test
    void aSandboxThatFailsIsNotTheProgramsFault() {
        RunFinished end = run(false, 1, null);
        assertThat(end.error().code()).isEqualTo(RunProblem.INTERNAL);
        assertThat(end.exitCode()).isNull();
    }

    @Test
    void whatDoesNotCompileIsNotRun() {
        RunFinished end = Verdict.ofCompiler(ID, end(true, 1, null), BoxLimits.COMPILE);
        assertThat(end.error().code()).isEqualTo(RunProblem.COMPILE_FAILED);
        RunFinished slow = Verdict.ofCompiler(ID, end(true, 137, Stop.TIME), BoxLimits.COMPILE);
        assertThat(slow.error().message())
                .isEqualTo("The compiler took longer than the 30 s it has.");
    }
}
