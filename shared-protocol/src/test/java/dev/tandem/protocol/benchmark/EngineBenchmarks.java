package dev.tandem.protocol.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the engine, and prints the tables of `docs/performance.md`. Arguments choose benchmarks
/// by a part of their name; without any all are run, in under three minutes.
public final class EngineBenchmarks {
    private EngineBenchmarks() {}

    public static void main(String[] names) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .forks(2)
                        .jvmArgs("--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        (names.length == 0 ? List.of("dev.tandem") : List.of(names)).forEach(options::include);
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        System.out.println("| | | ± (99.9 %) | |");
        System.out.println("| --- | ---: | ---: | --- |");
        results.forEach(EngineBenchmarks::print);
        System.out.println();
        ratio("TextBuffer : StringBuilder", "bufferFolds", "stringBuilderFolds", results);
        ratio("Text : StringBuilder", "textFolds", "stringBuilderFolds", results);
    }

    private static void print(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        boolean isTime = run.getParams().getMode() == Mode.AverageTime;
        String param = run.getParams().getParam("editsAtOnePlace");
        System.out.printf(
                Locale.ENGLISH,
                isTime ? "| %s | %.1f | %.1f | %s |%n" : "| %s | %,.0f | %,.0f | %s |%n",
                result.getLabel() + (param == null ? "" : ", " + param + " at one place"),
                result.getScore(),
                result.getScoreError(),
                isTime ? "ms" : "operations/s");
    }

    private static void ratio(
            String what, String one, String other, Collection<RunResult> results) {
        double of = score(one, results);
        double to = score(other, results);
        if (of > 0 && to > 0) {
            System.out.printf(Locale.ENGLISH, "%s = %.1f%n", what, of / to);
        }
    }

    private static double score(String label, Collection<RunResult> results) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(label))
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(0);
    }
}
