package dev.tandem.protocol.benchmark;

import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// One edit against one edit, as they are in a room where two people type in a long text.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OperationsPerInvocation(AlgebraBenchmark.PAIRS)
public class AlgebraBenchmark {
    static final int PAIRS = 1_000;
    private static final int LENGTH = 400_000;

    private final List<Pair> concurrent = new ArrayList<>();
    private final List<Pair> consecutive = new ArrayList<>();

    private record Pair(TextOperation one, TextOperation other) {}

    public AlgebraBenchmark() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < PAIRS; i++) {
            TextOperation first = edit(LENGTH, random);
            concurrent.add(new Pair(first, edit(LENGTH, random)));
            consecutive.add(new Pair(first, edit(first.targetLength(), random)));
        }
    }

    @Benchmark
    public void transforms(Blackhole sink) {
        for (Pair pair : concurrent) {
            sink.consume(TextOperation.transform(pair.one, pair.other));
        }
    }

    @Benchmark
    public void composes(Blackhole sink) {
        for (Pair pair : consecutive) {
            sink.consume(pair.one.compose(pair.other));
        }
    }

    /// Four letters for each one that is taken back.
    static TextOperation edit(int length, RandomGenerator random) {
        int at = random.nextInt(length);
        return random.nextInt(5) == 0
                ? TextOperation.delete(length, at, at + 1)
                : TextOperation.insert(length, at, "x");
    }
}
