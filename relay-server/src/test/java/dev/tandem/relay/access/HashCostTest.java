package dev.tandem.relay.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashCostTest {
    private static final int MIB = 1024;

    @ParameterizedTest
    @CsvSource({
        "0.001, 64, 19, 2", // a slow machine is never below the least
        "1.0, 64, 19, 2",
        "2.0, 64, 38, 2",
        "3.0, 64, 57, 2",
        "6.0, 64, 64, 3",
        "60.0, 64, 64, 35",
        "6.0, 1, 19, 12", // little memory: more passes over the least
        "6.0, 1024, 114, 2"
    })
    void takesWhatFitsIntoTheTimeAndTheMemory(
            double times, int mostMib, int memoryMib, int passes) {
        assertThat(HashCost.fitting(times, mostMib * MIB))
                .isEqualTo(new HashCost(memoryMib * MIB, passes, 1));
    }

    @ParameterizedTest
    @CsvSource({"19456, 2", "19457, 2", "65536, 3", "65536, 35", "65500, 3"})
    void whatIsLeftMakesItUpToTheWhole(int memoryKib, int passes) {
        HashCost whole = new HashCost(65_536, 36, 1);
        HashCost part = new HashCost(memoryKib, passes, 1);

        assertThat(part.work() + whole.minus(part).work())
                .isBetween(whole.work() - whole.passes(), whole.work());
        assertThat(whole.minus(part).memoryKib()).isLessThanOrEqualTo(whole.memoryKib());
    }

    @Test
    void argonTakesNoLessMemoryThanItCan() {
        HashCost whole = new HashCost(65_536, 2, 1);
        assertThat(whole.minus(new HashCost(65_535, 2, 1)).memoryKib()).isEqualTo(8);
    }
}
