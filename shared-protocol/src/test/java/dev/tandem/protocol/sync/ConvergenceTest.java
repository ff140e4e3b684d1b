package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two to five people type and delete in several documents, talk, lose connections and come back
/// while the relay is restarted or cannot store anything, and messages on their way are altered or
/// lost: at each step everyone's window shows what their client has, and in the end all have the
/// same, and everything happened exactly once.
///
/// A plan that fails is kept as `target/failed-plans/….plan`; moved to `src/test/resources/plans`,
/// it is played on every run.
class ConvergenceTest {

    static LongStream seeds() {
        return Seeds.fixedAndFresh(150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyoneEndsWithTheSame(long seed) throws IOException {
        Plan.random(seed, false)
                .play(
                        "all-" + seed,
                        session -> {
                            session.heal();
                            session.assertConverged();
                            session.assertSaidExactlyOnce();
                        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingTypedIsThereOnce(long seed) throws IOException {
        Plan.random(seed, true)
                .play(
                        "typing-" + seed,
                        session -> {
                            session.heal();
                            session.assertConverged();
                            session.assertTypedExactlyOnce();
                            session.assertSaidExactlyOnce();
                        });
    }

    static List<Path> keptPlans() throws IOException {
        Path kept = Path.of("src/test/resources/plans");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("keptPlans")
    void whatOnceFailedHolds(Path plan) throws IOException {
        SimulatedSession session = new SimulatedSession(Plan.read(Files.readString(plan)));
        session.heal();
        session.assertConverged();
    }

    @Test
    void aPlanIsTheSameAfterItWasWritten() {
        Plan plan = Plan.random(42, false);
        assertThat(Plan.read(plan.write())).isEqualTo(plan);
    }
}
