package dev.tandem.desktop.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsiReaderTest {
    private static final String ESC = "\u001b";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    31         | ansi-1
                    1;92       | ansi-10 ansi-bold
                    44;3       | ansi-on-4 ansi-italic
                    103        | ansi-on-11
                    31;39      |
                    1;22       |
                    7;4;2      | ansi-faint ansi-underlined ansi-inverse
                    31;0       |
                    31;        |
                    38;5;9     | ansi-9
                    38;5;232   | ansi-0
                    38;5;208   | ansi-11
                    38;2;0;0;0 | ansi-0
                    48;2;40;60;230;1 | ansi-on-12 ansi-bold
                    38;5       |
                    8          |
                    999999999999999999 |
                    """)
    void aSelectionOfColoursIsALook(String codes, String classes) {
        List<InkedText> pieces = new AnsiReader().read(ESC + "[" + codes + "mx");
        assertThat(pieces.stream().map(InkedText::text)).containsExactly("x");
        assertThat(String.join(" ", pieces.getFirst().classes()))
                .isEqualTo(classes == null ? "" : classes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2J",
                "[10;20H",
                "[?25l",
                "]0;title\u0007",
                "]8;;http://x\u001b\\",
                "(B",
                "c",
                "7",
                "Pq#0\u001b\\",
                "[38;5;1K"
            })
    void everyOtherSequenceIsDropped(String sequence) {
        assertThat(plain("a" + ESC + sequence + "b")).isEqualTo("ab");
    }

    @Test
    void wherePiecesAreCutMakesNoDifference() {
        String all =
                "plain "
                        + ESC
                        + "[1;31mred"
                        + ESC
                        + "[0m\r\nnext\rover"
                        + ESC
                        + "]0;t"
                        + ESC
                        + "\\\u009b32mgreen\u0000\t😀";
        List<InkedText> whole = joined(List.of(all));
        for (int first = 0; first <= all.length(); first++) {
            for (int second = first; second <= all.length(); second++) {
                assertThat(
                                joined(
                                        List.of(
                                                all.substring(0, first),
                                                all.substring(first, second),
                                                all.substring(second))))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void aLineThatIsWrittenOverIsKept() {
        assertThat(plain("10%\r20%\r\ndone\r\r\n")).isEqualTo("10%\n20%\ndone\n\n");
    }

    @Test
    void aSequenceWithoutAnEndDoesNotSwallowTheRest() {
        assertThat(plain(ESC + "]0;" + "x".repeat(10_000) + "end")).endsWith("end");
        assertThat(plain(ESC + "[1;\nline")).isEqualTo("\nline");
    }

    private static String plain(String text) {
        return new AnsiReader()
                .read(text).stream().map(InkedText::text).collect(Collectors.joining());
    }

    /// Neighbours in one look joined.
    private static List<InkedText> joined(List<String> parts) {
        AnsiReader reader = new AnsiReader();
        List<InkedText> joined = new ArrayList<>();
        for (String part : parts) {
            for (InkedText piece : reader.read(part)) {
                if (!joined.isEmpty() && joined.getLast().classes().equals(piece.classes())) {
                    InkedText last = joined.removeLast();
                    joined.add(new InkedText(last.text() + piece.text(), last.classes()));
                } else {
                    joined.add(piece);
                }
            }
        }
        return joined;
    }
}
