package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.language.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainHighlighterTest {
    @Test
    void seesCommentsStringsNumbersAndKeywords() {
        assertThat(pieces("java", "return \"你 \\\" b\" + 12; // é\nx = true"))
                .containsExactly(
                        "KEYWORD:return",
                        "STRING:\"你 \\\" b\"",
                        "NUMBER:12",
                        "COMMENT:// é",
                        "CONSTANT:true");
        assertThat(pieces("python", "if a: # no\n  'x"))
                .containsExactly("KEYWORD:if", "COMMENT:# no", "STRING:'x");
        assertThat(pieces("sql", "select 1 -- all"))
                .containsExactly("KEYWORD:select", "NUMBER:1", "COMMENT:-- all");
    }

    @Test
    void looksAtWholeLinesAndGivesTheAskedPart() {
        String text = "a // one two\nb";
        try (Highlighter highlighter = new PlainHighlighter(Languages.of("go"), text)) {
            assertThat(highlighter.spans(5, 8))
                    .containsExactly(new SyntaxSpan(5, 8, SyntaxKind.COMMENT));
        }
    }

    @Test
    void takesEdits() {
        try (Highlighter highlighter = new PlainHighlighter(Languages.of("go"), "ab")) {
            highlighter.edit(new TextEdit(1, 1, " if"));
            assertThat(highlighter.spans(0, 4))
                    .containsExactly(new SyntaxSpan(2, 4, SyntaxKind.KEYWORD));
        }
    }

    @Test
    void livesThroughAVeryLongLine() {
        String text = "\"" + "a\\\"".repeat(200_000);
        assertThat(pieces("java", text)).containsExactly("STRING:" + text);
    }

    @Test
    void isWhatLongTextsGet() {
        try (Highlighter highlighter = HighlighterTest.open("java", "x".repeat(524_289))) {
            assertThat(highlighter).isInstanceOf(PlainHighlighter.class);
        }
    }

    /// A Java of its own, told that it runs on a machine nobody has made native parts for.
    @Test
    void isWhatAMachineWithoutNativesGets() throws IOException, InterruptedException {
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dos.arch=none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Opened.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String words = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).isZero();
        assertThat(words.lines()).containsExactly("PlainHighlighter 1", "PlainHighlighter 1");
    }

    static final class Opened {
        private Opened() {}

        public static void main(String[] args) {
            for (String language : List.of("java", "python")) {
                try (Highlighter highlighter = HighlighterTest.open(language, "if")) {
                    System.out.println(
                            highlighter.getClass().getSimpleName()
                                    + " "
                                    + highlighter.spans(0, 2).size());
                }
            }
        }
    }

    private static List<String> pieces(String language, String text) {
        try (Highlighter highlighter = new PlainHighlighter(Languages.of(language), text)) {
            return highlighter.spans(0, text.length()).stream()
                    .map(span -> span.kind() + ":" + text.substring(span.from(), span.to()))
                    .toList();
        }
    }
}
