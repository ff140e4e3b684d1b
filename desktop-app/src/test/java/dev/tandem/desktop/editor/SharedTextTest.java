package dev.tandem.desktop.editor;

import static dev.tandem.desktop.editor.OpenEditor.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedTextTest {
    private long now;
    private final SharedText shared = new SharedText(() -> now);

    @Test
    void undoesWhatWasTypedInOneGoTogether() {
        type(0, "a");
        type(1, "b");
        now += 600;
        type(2, "c");

        shared.undo();
        assertThat(shared.text()).hasToString("ab");
        shared.undo();
        assertThat(shared.text()).hasToString("");
        assertThat(shared.undo()).isNull();
        shared.redo();

        assertThat(shared.text()).hasToString("ab");
    }

    @Test
    void beginsAnewWithoutAPast() {
        type(0, "a");

        shared.reset(Text.of("other"));

        assertThat(shared.undo()).isNull();
        assertThat(shared.text()).hasToString("other");
    }

    @Test
    void lettingGoOfNothingIsNothing() {
        assertThat(shared.endComposition()).isNull();
        shared.beginComposition();
        assertThat(shared.endComposition()).isNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bringsBothTogetherWhileComposing(long seed) {
        RandomEdits random = new RandomEdits(new SplittableRandom(seed));
        String start = "def top(text, k):\n    return 😀\n";
        for (int round = 0; round < 50; round++) {
            shared.reset(Text.of(start));
            String screen = start;
            String others = start;
            shared.beginComposition();
            for (int i = 0; i < 4; i++) {
                TextOperation mine = random.operation(shared.text());
                assertThat(shared.edited(mine)).isNull();
                screen = mine.apply(screen);
                TextOperation theirs = random.operation(others);
                others = theirs.apply(others);
                screen = shared.remote(theirs).apply(screen);
                assertThat(shared.text()).hasToString(screen);
            }

            OwnEdit released = shared.endComposition();
            others = released == null ? others : released.operation().apply(others);

            assertThat(others).isEqualTo(screen);
        }
    }

    @Test
    void placesOthersBesideWhatIsComposed() {
        shared.reset(Text.of("abcd"));
        shared.beginComposition();
        shared.edited(replacing(4, 1, 1, "xyz"));

        assertThat(shared.onScreen(new Selection(1, 3))).isEqualTo(new Selection(1, 5));
        assertThat(shared.onScreen(Selection.caret(9))).isEqualTo(Selection.caret(6));
        shared.endComposition();
        assertThat(shared.onScreen(Selection.caret(3))).isEqualTo(Selection.caret(3));
    }

    private void type(int at, String text) {
        assertThat(shared.edited(replacing(shared.text().length(), at, 0, text))).isNotNull();
    }
}
