package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.text.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundariesTest {

    @Test
    void leavesNoOffsetWithinAPair() {
        assertThat(Boundaries.floor("a😀b", 2)).isEqualTo(1);
        assertThat(Boundaries.ceiling("a😀b", 2)).isEqualTo(3);
        assertThat(Boundaries.floor("a😀b", 3)).isEqualTo(3);
        assertThat(Boundaries.floor("😀", 2)).isEqualTo(2);
        assertThat(Boundaries.ceiling("😀", 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "é", "😀", "👩‍💻", "🇹🇷", "👍🏽", "\n", "語", "\t"})
    void stepsOverWholeCharacters(String character) {
        String text = "x" + character + "y";
        int end = 1 + character.length();

        assertThat(Boundaries.nextCharacter(text, 1)).isEqualTo(end);
        assertThat(Boundaries.previousCharacter(text, end)).isEqualTo(1);
    }

    @Test
    void staysAtTheEnds() {
        assertThat(Boundaries.previousCharacter("ab", 0)).isZero();
        assertThat(Boundaries.nextCharacter("ab", 2)).isEqualTo(2);
        assertThat(Boundaries.nextCharacter("", 0)).isZero();
        assertThat(Boundaries.previousWord("", 0)).isZero();
        assertThat(Boundaries.nextWord("", 0)).isZero();
    }

    @Test
    void stepsThroughLongTextFromEitherEnd() {
        String text = "👩‍💻".repeat(200);
        int at = 0;
        for (int i = 0; i < 200; i++) {
            at = Boundaries.nextCharacter(text, at);
            assertThat(at).isEqualTo(5 * (i + 1));
        }
        for (int i = 200; i > 0; i--) {
            at = Boundaries.previousCharacter(text, at);
            assertThat(at).isEqualTo(5 * (i - 1));
        }
    }

    @Test
    void findsTheCharacterAroundAnOffset() {
        String text = "a👩‍💻e\u0301b";

        assertThat(Boundaries.startOfCharacter(text, 0)).isZero();
        assertThat(Boundaries.startOfCharacter(text, 1)).isEqualTo(1);
        for (int within = 2; within < 6; within++) {
            assertThat(Boundaries.startOfCharacter(text, within)).isEqualTo(1);
            assertThat(Boundaries.isBetweenCharacters(text, within)).isFalse();
        }
        assertThat(Boundaries.startOfCharacter(text, 7)).isEqualTo(6);
        assertThat(Boundaries.startOfCharacter(text, 9)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, 1",
        "ae\u0301, 2",
        "ae\u0301\u0302, 3",
        "a😀, 1",
        "a👩🏿‍🚀, 1",
        "a🇹🇷, 1",
        "a1️⃣, 1",
        "a❤️, 1",
        "\u05e9\u05c1\u05b8, 2",
        "a\u1112\u1161\u11ab, 1",
        "\u0301, 0"
    })
    void takesAMarkBeforeItsLetterButEmojiWhole(String text, int start) {
        assertThat(Boundaries.startOfLastTyped(text, text.length())).isEqualTo(start);
        assertThat(Boundaries.startOfLastTyped(text, 0)).isZero();
    }

    @Test
    void countsCharacters() {
        assertThat(Boundaries.count("")).isZero();
        assertThat(Boundaries.count("return")).isEqualTo(6);
        assertThat(Boundaries.count("😀👩‍💻e\u0301")).isEqualTo(3);
    }

    @Test
    void findsTheEndOfAWord() {
        String text = "if (top)))\n\n  😀é";

        assertThat(Boundaries.nextWord(text, 0)).isEqualTo(2);
        assertThat(Boundaries.nextWord(text, 2)).isEqualTo(4);
        assertThat(Boundaries.nextWord(text, 5)).isEqualTo(7);
        assertThat(Boundaries.nextWord(text, 7)).isEqualTo(10);
        assertThat(Boundaries.nextWord(text, 10)).isEqualTo(11);
        assertThat(Boundaries.nextWord(text, 11)).isEqualTo(12);
        assertThat(Boundaries.nextWord(text, 12)).isEqualTo(17);
    }

    @Test
    void findsTheBeginningOfAWord() {
        String text = "if foo += 1\n  x";

        assertThat(Boundaries.previousWord(text, 15)).isEqualTo(14);
        assertThat(Boundaries.previousWord(text, 14)).isEqualTo(12);
        assertThat(Boundaries.previousWord(text, 12)).isEqualTo(11);
        assertThat(Boundaries.previousWord(text, 11)).isEqualTo(10);
        assertThat(Boundaries.previousWord(text, 10)).isEqualTo(7);
        assertThat(Boundaries.previousWord(text, 7)).isEqualTo(3);
        assertThat(Boundaries.previousWord(text, 5)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "2, 0, 3", "3, 0, 3", "4, 3, 5", "5, 5, 8", "8, 5, 8", "9, 9, 9"})
    void findsTheWordAtAnOffset(int offset, int from, int to) {
        assertThat(Boundaries.wordAt("top  bar\n", offset)).isEqualTo(new Selection(from, to));
    }
}
