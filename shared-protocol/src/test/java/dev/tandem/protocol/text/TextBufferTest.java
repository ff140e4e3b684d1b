package dev.tandem.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextBufferTest {

    static LongStream seeds() {
        return Seeds.fixedAndFresh(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEditLeavesWhatAStringWouldHold(long seed) {
        RandomGenerator random = Seeds.random(seed);
        String text = RandomTexts.text(random, 300);
        TextBuffer buffer = new TextBuffer(text);
        for (int i = 0; i < 1_000; i++) {
            int limit = random.nextInt(20) == 0 ? 200 : 5;
            TextOperation edit = RandomTexts.edit(random, text, limit);
            text = edit.apply(text);
            buffer.apply(edit);
            assertThat(buffer).hasToString(text).hasSameSizeAs(text);
        }
        int from = random.nextInt(text.length() + 1);
        int to = random.nextInt(from, text.length() + 1);
        assertThat(buffer.subSequence(from, to)).isEqualTo(text.substring(from, to));
        assertThat(buffer.chars().toArray()).isEqualTo(text.chars().toArray());
    }

    @Test
    void aCopyGoesItsOwnWay() {
        TextBuffer buffer = new TextBuffer("one");
        TextBuffer copy = buffer.copy();
        copy.apply(TextOperation.insert(3, 3, " two"));
        assertThat(buffer).hasToString("one");
        assertThat(copy).hasToString("one two");
    }

    @Test
    void anOperationForAnotherLengthChangesNothing() {
        TextBuffer buffer = new TextBuffer("abc");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buffer.apply(TextOperation.delete(4, 0, 4)));
        assertThat(buffer).hasToString("abc");
    }

    @Test
    void offsetsOutsideTheTextAreRefused() {
        TextBuffer buffer = new TextBuffer("abc");
        assertThatThrownBy(() -> buffer.charAt(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.subSequence(2, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
