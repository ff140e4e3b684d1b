package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HighlightingTest {
    private static final Highlighting CLASS_ADA =
            new Highlighting(
                    7,
                    0,
                    12,
                    List.of(
                            new SyntaxSpan(0, 5, SyntaxKind.KEYWORD),
                            new SyntaxSpan(6, 9, SyntaxKind.TYPE)));

    @Test
    void movesAlongWithWhatIsWrittenBefore() {
        assertThat(CLASS_ADA.after(new TextEdit(0, 0, "// ")))
                .isEqualTo(
                        new Highlighting(
                                8,
                                0,
                                15,
                                List.of(
                                        new SyntaxSpan(3, 8, SyntaxKind.KEYWORD),
                                        new SyntaxSpan(9, 12, SyntaxKind.TYPE))));
    }

    @Test
    void growsWhereOneWritesWithinAndGoesWhereAllIsDeleted() {
        assertThat(CLASS_ADA.after(new TextEdit(2, 0, "xx")).after(new TextEdit(8, 3, "")).spans())
                .containsExactly(new SyntaxSpan(0, 7, SyntaxKind.KEYWORD));
    }

    @Test
    void hasParts() {
        assertThat(CLASS_ADA.part(3, 7))
                .isEqualTo(
                        new Highlighting(
                                7,
                                3,
                                7,
                                List.of(
                                        new SyntaxSpan(3, 5, SyntaxKind.KEYWORD),
                                        new SyntaxSpan(6, 7, SyntaxKind.TYPE))));
        assertThat(CLASS_ADA.part(20, 30)).isEqualTo(new Highlighting(7, 12, 12, List.of()));
    }
}
