package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.language.Languages;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Colours after any number of edits are those of the text read anew.
final class IncrementalHighlightingTest {
    private static final int EDITS = 60;
    private static final List<String> PIECES =
            List.of(
                    "x",
                    " ",
                    "\n",
                    "    ",
                    "(",
                    ")",
                    "{",
                    "}",
                    "\"",
                    "'",
                    "#",
                    "//",
                    "/*",
                    "*/",
                    "if ",
                    "return ",
                    "= 12",
                    ".name",
                    "👩‍💻",
                    "你好",
                    "é",
                    ";",
                    "\n\n",
                    "class A",
                    "f(1, \"a\")");

    static Stream<Arguments> plans() {
        return Languages.ALL.stream()
                .flatMap(language ->
                        IntStream.range(0, 2)
                                .mapToObj(seed -> Arguments.of(language.id(), (long) seed)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void equalsAFreshStart(String language, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder text = new StringBuilder("int f(a) { return \"x\"; } // é\n".repeat(5));
        try (Highlighter highlighter = HighlighterTest.open(language, text.toString())) {
            for (int i = 0; i < EDITS; i++) {
                TextEdit edit = edit(random, text.length());
                edit.applyTo(text);
                highlighter.edit(edit);
                assertThat(highlighter.spans(0, text.length()))
                        .as("after edit %s, %s, of <%s>", i, edit, text)
                        .isEqualTo(fresh(language, text.toString()));
            }
        }
    }

    private static List<SyntaxSpan> fresh(String language, String text) {
        try (Highlighter highlighter = HighlighterTest.open(language, text)) {
            return highlighter.spans(0, text.length());
        }
    }

    private static TextEdit edit(RandomGenerator random, int length) {
        int offset = random.nextInt(length + 1);
        int deleted = random.nextInt(4) > 0 ? 0 : random.nextInt(Math.min(12, length - offset) + 1);
        String inserted =
                deleted > 0 && random.nextBoolean()
                        ? ""
                        : PIECES.get(random.nextInt(PIECES.size()));
        return new TextEdit(offset, deleted, inserted);
    }
}
