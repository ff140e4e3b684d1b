package dev.tandem.desktop.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.message.Runner.RunLimits;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.Runs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final RunId ID = new RunId("r");
    private static final RunLimits LIMITS =
            new RunLimits(10_000, 60_000, 30_000, 8_000, 512L << 20, 1 << 20);

    @ParameterizedTest
    @EnumSource
    void everyProblemIsOneSentence(RunProblem problem) {
        for (RunLimits limits : new RunLimits[] {LIMITS, null}) {
            Verdict verdict = of(null, null, new RunError(problem, ""), limits);
            assertThat(verdict.sentence()).matches("[A-Z][^.]*\\.");
            assertThat(verdict.words()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CPU_LIMIT, 8 s",
        "MEMORY_LIMIT, 512 MB",
        "OUTPUT_LIMIT, 1 MB",
    })
    void whereTheRelaySaysNothingTheLimitIsNamed(RunProblem problem, String limit) {
        assertThat(of(null, null, new RunError(problem, " "), LIMITS).sentence()).contains(limit);
    }

    @Test
    void theRelaysWordsOnALimitAreTold() {
        RunError error = new RunError(RunProblem.TIME_LIMIT, "It ran longer than 10 s.");
        assertThat(of(137, "SIGKILL", error, LIMITS))
                .isEqualTo(new Verdict(Tone.WARN, "time limit", "It ran longer than 10 s."));
    }

    @Test
    void anEndOfItsOwnIsToldByCodeOrSignal() {
        assertThat(of(0, null, null, LIMITS).words()).isEqualTo("exit 0");
        assertThat(of(3, null, null, LIMITS).sentence()).isEqualTo("It ended with exit code 3.");
        assertThat(of(139, "SIGSEGV", null, LIMITS).sentence())
                .startsWith("It was ended by the signal SIGSEGV: ");
        assertThat(of(138, "SIGUSR1", null, LIMITS).sentence())
                .isEqualTo("It was ended by the signal SIGUSR1.");
        assertThat(of(null, null, null, LIMITS).sentence()).isEqualTo("It has ended.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1 s",
        "3240, 3.2 s",
        "60000, 1 min",
        "125000, 2 min 5 s"
    })
    void timesAreShort(long ms, String words) {
        assertThat(RunWords.time(ms)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 kB",
        "300000, 300 kB",
        "12300000, 12 MB",
        "536870912, 512 MB",
        "1073741824, 1 GB",
        "1500000000, 1.5 GB"
    })
    void sizesAreShort(long bytes, String words) {
        assertThat(RunWords.size(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "21, 21st"})
    void placesAreCounted(int place, String words) {
        assertThat(RunWords.place(place)).isEqualTo(words);
    }

    private static Verdict of(
            @Nullable Integer exitCode,
            @Nullable String signal,
            @Nullable RunError error,
            @Nullable RunLimits limits) {
        RoomEvent started =
                new RoomEvent.RunStarted(
                        ID, DocumentId.MAIN, "python", new Revision(1), null, null);
        Run run =
                Runs.keeping(1)
                        .evolve(new LoggedEvent(new Seq(1), 1, null, null, started))
                        .all()
                        .getFirst();
        RunFinished end = new RunFinished(ID, exitCode, signal, 5, null, null, false, error);
        return Verdict.of(run, end, limits);
    }
}
