package dev.tandem.protocol.text;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Seeds of random tests: some that stay, and one that is new in every run, is printed, and is
/// repeated with `-Dtandem.seed=…`.
public final class Seeds {
    private static final long FRESH = freshSeed();

    private Seeds() {}

    /// The seeds 1 to `fixed`, and the fresh one.
    public static LongStream fixedAndFresh(int fixed) {
        return LongStream.concat(LongStream.rangeClosed(1, fixed), LongStream.of(FRESH));
    }

    /// The numbers of one seed, the same in every run.
    public static RandomGenerator random(long seed) {
        return new SplittableRandom(seed);
    }

    private static long freshSeed() {
        long seed = Long.getLong("tandem.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("fresh seed of the random tests: -Dtandem.seed=" + seed);
        return seed;
    }
}
