package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangeTest {
    private static final TextOperation OPERATION =
            new TextOperation.Builder().delete(2).keep(1).insert("XY").delete(1).keep(1).build();

    @Test
    void aChangeHoldsTheDeletedTextsInOrder() {
        TextChange change = TextChange.of(OPERATION, "abcde");
        assertThat(OPERATION.apply("abcde")).isEqualTo("cXYe");
        assertThat(change.deleted()).containsExactly("ab", "d");
    }

    @Test
    void itsInverseLeadsBack() {
        TextChange inverse = TextChange.of(OPERATION, "abcde").invert();
        assertThat(inverse.operation().apply("cXYe")).isEqualTo("abcde");
        assertThat(inverse.deleted()).containsExactly("XY");
    }

    @Test
    void itFitsOnlyWhereTheDeletedTextsStand() {
        TextChange change = TextChange.of(OPERATION, "abcde");
        assertThat(change.fits("abcde")).isTrue();
        assertThat(change.fits("ab?d?")).isTrue();
        assertThat(change.fits("abcXe")).isFalse();
        assertThat(change.fits("abcdef")).isFalse();
    }

    @Test
    void deletedTextsOfOtherLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextChange(OPERATION, List.of("ab", "too long")))
                .withMessage("the deleted texts do not have the lengths [2, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextChange(OPERATION, List.of("ab")));
    }
}
