package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.editor.highlight.TextEdit;
import dev.tandem.protocol.text.TextOperation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextEditsTest {

    @Test
    void areOneAfterAnother() {
        TextOperation operation =
                new TextOperation.Builder()
                        .insert("ab")
                        .keep(2)
                        .delete(1)
                        .keep(1)
                        .insert("c")
                        .delete(3)
                        .keep(1)
                        .build();

        assertThat(TextEdits.of(operation))
                .containsExactly(
                        new TextEdit(0, 0, "ab"), new TextEdit(4, 1, ""), new TextEdit(5, 3, "c"));
        assertThat(TextEdits.end(operation)).isEqualTo(6);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void makeWhatTheOperationMakes(long seed) {
        RandomEdits random = new RandomEdits(new SplittableRandom(seed));
        String text = "def top(text, k):\n    return 😀\n";
        for (int i = 0; i < 200; i++) {
            TextOperation operation = random.operation(text);
            var edited = new StringBuilder(text);
            for (TextEdit edit : TextEdits.of(operation)) {
                edited.replace(edit.offset(), edit.offset() + edit.deleted(), edit.inserted());
            }
            assertThat(edited.toString()).isEqualTo(operation.apply(text));
        }
    }

    @Test
    void moveTextBackAndForth() {
        assertThat(TextEdits.move("one two three", 0, 4, 8).apply("one two three"))
                .isEqualTo("two one three");
        assertThat(TextEdits.move("two one three", 4, 8, 0).apply("two one three"))
                .isEqualTo("one two three");
        assertThat(TextEdits.move("ab", 0, 1, 2).apply("ab")).isEqualTo("ba");
    }
}
