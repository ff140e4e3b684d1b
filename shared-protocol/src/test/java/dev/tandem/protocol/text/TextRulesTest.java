package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRulesTest {
    private static final String FACE = "\ud83d\ude00";
    private static final String TEXT = "a" + FACE + FACE + "b";

    @Test
    void whatFitsIsNoMisfit() {
        assertThat(check(TextOperation.insert(6, 3, FACE + "\n"))).isNull();
        assertThat(check(TextOperation.delete(6, 1, 5))).isNull();
        assertThat(check(TextOperation.replace(6, 0, 6, ""))).isNull();
        assertThat(check(TextOperation.identity(6))).isNull();
        assertThat(TextRules.check(TextOperation.insert(0, 0, "x"), 0, ""::charAt)).isNull();
    }

    @Test
    void aLengthThatDoesNotFitIsNamed() {
        Misfit misfit = check(TextOperation.insert(5, 0, "x"));
        assertThat(misfit).isEqualTo(new Misfit.WrongLength(5, 6));
        assertThat(misfit.message())
                .isEqualTo("The operation spans 5 code units, but the text has 6.");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 2", "4, 4, 4", "0, 2, 2", "2, 3, 2", "3, 4, 4", "1, 4, 4", "2, 6, 2"})
    void anEdgeInsideAPairIsNamed(int from, int to, int edge) {
        Misfit misfit = check(TextOperation.replace(6, from, to, "x"));
        assertThat(misfit).isEqualTo(new Misfit.SplitPair(edge));
        assertThat(misfit.message())
                .isEqualTo(
                        "The operation has an edge at offset %d, inside a surrogate pair."
                                .formatted(edge));
    }

    @Test
    void aCarriageReturnInAnInsertIsNamed() {
        Misfit misfit = check(TextOperation.insert(6, 1, "one\r\n"));
        assertThat(misfit).isEqualTo(new Misfit.CarriageReturn(1, 3));
        assertThat(misfit.message())
                .isEqualTo(
                        "The insert at offset 1 has a carriage return at index 3; lines end with \\n alone.");
    }

    @Test
    void halfACharacterInAnInsertIsNamed() {
        Misfit misfit = check(TextOperation.insert(6, 1, "x\ude00"));
        assertThat(misfit).isEqualTo(new Misfit.LoneSurrogate(1, 1));
        assertThat(misfit.message())
                .isEqualTo("The insert at offset 1 has a lone surrogate at index 1.");
    }

    @Test
    void loneSurrogatesAreFound() {
        assertThat(TextRules.indexOfLoneSurrogate("")).isEqualTo(-1);
        assertThat(TextRules.indexOfLoneSurrogate(TEXT)).isEqualTo(-1);
        assertThat(TextRules.indexOfLoneSurrogate("a\ud83d")).isEqualTo(1);
        assertThat(TextRules.indexOfLoneSurrogate("\ud83db")).isZero();
        assertThat(TextRules.indexOfLoneSurrogate(FACE + "\ude00")).isEqualTo(2);
        assertThat(TextRules.indexOfLoneSurrogate("\ude00\ud83d")).isZero();
    }

    @Test
    void everyLineEndBecomesANewline() {
        assertThat(TextRules.normalise("a\r\nb\rc\nd\r\r\n")).isEqualTo("a\nb\nc\nd\n\n");
        assertThat(TextRules.normalise("plain")).isEqualTo("plain");
    }

    private static Misfit check(TextOperation operation) {
        return TextRules.check(operation, TEXT.length(), TEXT::charAt);
    }
}
