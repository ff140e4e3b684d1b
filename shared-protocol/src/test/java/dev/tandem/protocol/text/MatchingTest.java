package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    @ParameterizedTest
    @CsvSource({
        "'', abc, 0",
        "abc, abc, 3",
        "xxabcxx, abc, 3",
        "abc, xxabcxx, 3",
        "abcd, aXbYcZd, 4",
        "aXbYcZd, abcd, 4",
        "abcdef, fedcba, 1",
        "a😀b😁c, 😀X😁, 4",
        "😀, 😁, 0"
    })
    void findsWhatTwoTextsHaveInCommon(String gone, String text, int kept) {
        TextOperation matching = Matching.of(gone, text);
        assertThat(matching.apply(gone)).isEqualTo(text);
        assertThat(Matching.kept(matching)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "400, 100", "100_000, 100_000"})
    void longOnesAreComparedAtTheirEnds(String goneLength, String textLength) {
        String gone = "ab" + "x".repeat(length(goneLength)) + "yz";
        String text = "ab" + "-".repeat(length(textLength)) + "yz";
        TextOperation matching = Matching.of(gone, text);
        assertThat(matching.apply(gone)).isEqualTo(text);
        assertThat(Matching.kept(matching)).isEqualTo(4);
    }

    private static int length(String number) {
        return Integer.parseInt(number.replace("_", ""));
    }
}
