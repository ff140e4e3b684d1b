package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndentationTest {
    private static final String CODE = "if a:\n  b\n\n    c\n\td\n";

    @Test
    void fillsUpToTheNextStop() {
        assertThat(Indentation.toNextStop("", 0, 4)).isEqualTo("    ");
        assertThat(Indentation.toNextStop("a\nabc", 5, 4)).isEqualTo(" ");
        assertThat(Indentation.toNextStop("abcd", 4, 4)).isEqualTo("    ");
        assertThat(Indentation.toNextStop("a", 1, 2)).isEqualTo(" ");
        assertThat(Indentation.toNextStop("\ta", 2, 4)).isEqualTo("   ");
        assertThat(Indentation.toNextStop("ab\t", 3, 4)).isEqualTo("    ");
    }

    @Test
    void breaksALineWithItsBlanksUpToTheCaret() {
        assertThat(Indentation.lineBreak("    c", 5)).isEqualTo("\n    ");
        assertThat(Indentation.lineBreak("\t c", 3)).isEqualTo("\n\t ");
        assertThat(Indentation.lineBreak("    c", 2)).isEqualTo("\n  ");
        assertThat(Indentation.lineBreak("", 0)).isEqualTo("\n");
    }

    @ParameterizedTest
    @CsvSource({"9, 8", "8, 6", "7, 8", "6, 8"})
    void goesHomeToTheCode(int caret, int home) {
        assertThat(Indentation.home(CODE, caret)).isEqualTo(home);
    }

    @Test
    void indentsEveryLineButTheEmptyOnes() {
        assertThat(Indentation.indent(CODE, 2, 13, 2).apply(CODE))
                .isEqualTo("  if a:\n    b\n\n      c\n\td\n");
    }

    @Test
    void doesNotTouchALineBeforeWhichTheSelectionEnds() {
        assertThat(Indentation.indent(CODE, 0, 6, 2).apply(CODE))
                .isEqualTo("  if a:\n  b\n\n    c\n\td\n");
    }

    @Test
    void outdentsAsFarAsThereAreBlanks() {
        assertThat(Indentation.outdent(CODE, 0, CODE.length(), 4).apply(CODE))
                .isEqualTo("if a:\nb\n\nc\nd\n");
        assertThat(Indentation.outdent(CODE, 12, 12, 2).apply(CODE))
                .isEqualTo("if a:\n  b\n\n  c\n\td\n");
    }

    @Test
    void leavesATextWithoutBlanksAlone() {
        assertThat(Indentation.outdent("a\nb", 0, 3, 4).isIdentity()).isTrue();
        assertThat(Indentation.indent("\n\n", 0, 2, 4).isIdentity()).isTrue();
    }
}
