package dev.tandem.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.relay.TestRelay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    private static final long MIB = 1 << 20;

    @TempDir private Path folder;

    private JsonNode result() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("result.json").toFile());
    }

    private CommandLineRun bench(String options) {
        String json = folder.resolve("result.json").toString();
        return CommandLineRun.of(("bench " + options + " --json " + json).split(" "));
    }

    @Test
    void aSmallLoadOnARelayIsSound() throws Exception {
        try (TestRelay relay = TestRelay.start(folder)) {
            CommandLineRun run =
                    bench("--rooms 5 --seconds 2 --warmup 0 --seed 7 --url " + relay.address());

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("p99.9").contains("errors none").endsWith("sound\n");
            assertThat(run.err()).contains("seed 7").contains("edits/s");
            assertThat(result().at("/sound").booleanValue()).isTrue();
            assertThat(result().at("/compared").intValue()).isEqualTo(5);
            assertThat(result().at("/diverged").intValue()).isZero();
            assertThat(result().at("/plain/ackMicros/count").longValue()).isPositive();
            assertThat(result().at("/plain/concurrent").longValue()).isPositive();
            assertThat(result().at("/plain/parts")).hasSize(2);
            assertThat(result().at("/withSlowReaders").isNull()).isTrue();
        }
    }

    /// As many who never read as there are people who write, in a relay of its own.
    @Test
    void whoNeverReadsCostsNobodyAnything() throws Exception {
        CommandLineRun run =
                bench("--rooms 4 --people 5 --rate 50 --seconds 2 --warmup 0 --slow-readers 20");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("with 20 who never read").endsWith("sound\n");
        long before = result().at("/plain/heapBytesAfter").longValue();
        long after = result().at("/withSlowReaders/heapBytesAfter").longValue();
        assertThat(before).isPositive();
        assertThat(after).isLessThan(before + 64 * MIB);
    }

    @Test
    void aTraceIsWrittenAgain() throws Exception {
        Path trace = folder.resolve("trace.json");
        Files.writeString(
                trace,
                """
                {"txns": [
                  {"agent": 0, "patches": [[0, 0, "Hello"], [5, 0, " \\ud83d\\ude00"]]},
                  {"agent": 1, "patches": [[9, 3, "wörld"]]}]}
                """);
        try (TestRelay relay = TestRelay.start(folder)) {
            CommandLineRun run =
                    bench(
                            "--rooms 2 --people 3 --seconds 1 --warmup 0 --trace %s --url %s"
                                    .formatted(trace, relay.address()));

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        }
    }

    @Test
    void whatIsNoTraceIsSaid() throws Exception {
        Path trace = Files.writeString(folder.resolve("trace.json"), "{\"txns\": []}");

        CommandLineRun run = bench("--trace " + trace);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There are no edits in").doesNotContain("\tat ");
    }

    @Test
    void aRelayThatIsNotThereIsSaid() {
        CommandLineRun run = bench("--url http://127.0.0.1:1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No relay answers at http://127.0.0.1:1");
    }

    @Test
    void aRelayThatOpensNoSessionsIsSaid() throws Exception {
        try (TestRelay relay = TestRelay.start(folder, options -> options.openHost(false))) {
            CommandLineRun run = bench("--url " + relay.address());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("--open-host");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--rooms, 0",
        "--rooms, many",
        "--people, 101",
        "--rate, 0",
        "--rate, NaN",
        "--seconds, 0",
        "--warmup, -1",
        "--slow-readers, -1",
        "--url, relay",
        "--url, https://127.0.0.1:8377",
        "--url, http://tandem.example.org:8377",
        "--url, http://192.0.2.7:8377"
    })
    void whatIsNotUsableIsNamed(String option, String value) {
        CommandLineRun run = bench(option + " " + value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(List.of(run.err().split(" ")).toString())
                .contains(option)
                .doesNotContain("\tat ");
    }
}
