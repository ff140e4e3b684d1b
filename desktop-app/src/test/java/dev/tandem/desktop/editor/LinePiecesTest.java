package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.fxmisc.richtext.model.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinePiecesTest {
    private final LinePieces pieces = new LinePieces();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{\"key\": [1, true]}, ",
                "e\u0301",
                "\u0645\u0631\u062d\u0628\u0627 ",
                "👨‍👩‍👧‍👦",
                "🇹🇷",
                "語",
                "x = \"\u05e9\u05dc\u05d5\u05dd\"; "
            })
    void cutsBetweenCharactersAndLosesNothing(String part) {
        String line = part.repeat(20_000 / part.length());

        List<String> cut = LinePieces.cut(line);

        assertThat(String.join("", cut)).isEqualTo(line);
        assertThat(cut).allMatch(piece -> !piece.isEmpty() && piece.length() <= LinePieces.MOST);
        int at = 0;
        for (String piece : cut) {
            assertThat(Boundaries.isBetweenCharacters(line, at)).isTrue();
            at += piece.length();
        }
        boolean plain = Boundaries.endOfSimple(part, 0) == part.length();
        int expected = line.length() / (plain ? LinePieces.MOST : LinePieces.MOST_SHAPED);
        assertThat(cut).hasSizeBetween(expected, expected * 4 / 3 + 1);
    }

    @Test
    void endsPiecesAtBlanks() {
        List<String> cut = LinePieces.cut("\u0645\u0631\u062d\u0628\u0627 ".repeat(1_000));

        assertThat(cut.getFirst()).hasSize(1);
        assertThat(cut.subList(1, cut.size())).allMatch(piece -> piece.endsWith(" "));
    }

    @Test
    void endsPiecesWhereALineTurns() {
        assertThat(LinePieces.cut("x = \"\u05e9\u05dc\", 12 # y"))
                .containsExactly("x = \"", "\u05e9\u05dc", "\", ", "12", " # y");
        assertThat(LinePieces.cut("\u05e9\u05dc = x"))
                .containsExactly("\u05e9", "\u05dc ", "= ", "x");
        assertThat(LinePieces.cut("\u05e9\u05c1\u05dc, \u05e9"))
                .containsExactly("\u05e9\u05c1", "\u05dc", ", ", "\u05e9");
        assertThat(LinePieces.cut("\u05e9\u05dc \u05dd")).containsExactly("\u05e9\u05dc \u05dd");
        assertThat(LinePieces.cut("\u05d0👩‍🚀❤️\u05d0"))
                .containsExactly("\u05d0", "👩‍🚀❤️", "\u05d0");
        assertThat(LinePieces.cut("a\u202eb")).containsExactly("a\u202eb");
    }

    @Test
    void leavesShortLinesWhole() {
        assertThat(LinePieces.cut("return ranked[:k]")).containsExactly("return ranked[:k]");
        assertThat(LinePieces.cut("x".repeat(LinePieces.MOST))).hasSize(1);
        assertThat(LinePieces.cut("")).containsExactly("");
    }

    @Test
    void joinsWhatIsShortAndWhatIsOneCharacter() {
        String plain = "x".repeat(LinePieces.MOST - 1);
        assertThat(pieces.joinSeg(plain, "y")).contains(plain + "y");
        assertThat(pieces.joinSeg(plain, "yz")).isEmpty();
        assertThat(pieces.joinSeg(plain + "e", "\u0301")).contains(plain + "e\u0301");
        String shaped = "語".repeat(LinePieces.MOST_SHAPED);
        assertThat(pieces.joinSeg(shaped, "x")).isEmpty();
        assertThat(pieces.joinSeg(shaped, "")).contains(shaped);
    }

    @Test
    void keepsTheLinesOfADocument() {
        String text = "a\n\n" + "x".repeat(9_000) + "\nb\n";

        var document = pieces.document(text, List.of(), List.of());

        assertThat(document.getText()).isEqualTo(text);
        assertThat(document.getParagraphs().stream().map(Paragraph::length))
                .containsExactly(1, 0, 9_000, 1, 0);
        assertThat(document.getParagraphs().get(2).getStyledSegments()).hasSize(3);
        assertThat(document.getParagraphs().get(1).getStyledSegments()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsTheTextWhateverIsDoneToIt(long seed) {
        var random = new SplittableRandom(seed);
        String text = "語e\u0301x 👩‍💻".repeat(400);
        var document = pieces.document(text, List.of(), List.of());
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(400));
            String inserted = "语x".repeat(random.nextInt(200));
            document =
                    document.replace(from, to, pieces.document(inserted, List.of(), List.of()))
                            .get1();
            text = text.substring(0, from) + inserted + text.substring(to);

            assertThat(document.getText()).isEqualTo(text);
            assertThat(document.length()).isEqualTo(text.length());
        }
        assertThat(document.getParagraphs().getFirst().getStyledSegments())
                .hasSizeLessThan(4 * text.length() / LinePieces.MOST_SHAPED + 4);
    }
}
