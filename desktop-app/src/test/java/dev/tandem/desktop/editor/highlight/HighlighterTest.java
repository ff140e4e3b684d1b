package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.Languages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HighlighterTest {
    private static final String EMOJI_AND_CJK = " 👩‍💻 你好 é ";

    /// Language, what begins a comment there, code, and what is to be seen in it: `KIND:text`.
    static Stream<Arguments> samples() {
        return Stream.of(
                sample(
                        "python",
                        "#",
                        "def top(text, k):\n    return sorted(text)[:2] and None",
                        "KEYWORD:def",
                        "FUNCTION:top",
                        "KEYWORD:return",
                        "FUNCTION:sorted",
                        "NUMBER:2",
                        "KEYWORD:and",
                        "CONSTANT:None"),
                sample(
                        "java",
                        "//",
                        "final class Ada { int top() { return MAX + \"a\\n\".size(2); } }",
                        "KEYWORD:final",
                        "KEYWORD:class",
                        "TYPE:Ada",
                        "TYPE:int",
                        "FUNCTION:top",
                        "KEYWORD:return",
                        "CONSTANT:MAX",
                        "STRING:\"a",
                        "ESCAPE:\\n",
                        "STRING:\"",
                        "FUNCTION:size",
                        "NUMBER:2"),
                sample(
                        "javascript",
                        "//",
                        "const x = async (a) => `n ${a.b} s` ?? new Date(0);",
                        "KEYWORD:const",
                        "FUNCTION:x",
                        "KEYWORD:async",
                        "STRING:`n ",
                        "PROPERTY:b",
                        "STRING: s`",
                        "KEYWORD:new",
                        "TYPE:Date",
                        "NUMBER:0"),
                sample(
                        "typescript",
                        "//",
                        "interface A { b: string }\nexport const MAX = true;",
                        "KEYWORD:interface",
                        "TYPE:A",
                        "PROPERTY:b",
                        "TYPE:string",
                        "KEYWORD:export",
                        "KEYWORD:const",
                        "CONSTANT:MAX",
                        "CONSTANT:true"),
                sample(
                        "cpp",
                        "//",
                        "class A : B { public: bool f() const { return std::max(1, n) || true; } };",
                        "KEYWORD:class",
                        "TYPE:A",
                        "TYPE:B",
                        "KEYWORD:public",
                        "TYPE:bool",
                        "FUNCTION:f",
                        "KEYWORD:const",
                        "KEYWORD:return",
                        "FUNCTION:max",
                        "NUMBER:1",
                        "CONSTANT:true"),
                sample(
                        "c",
                        "//",
                        "#include <stdio.h>\nint main(void) { return sizeof(MAX) + 1; }",
                        "KEYWORD:#include",
                        "STRING:<stdio.h>",
                        "TYPE:int",
                        "FUNCTION:main",
                        "TYPE:void",
                        "KEYWORD:return",
                        "KEYWORD:sizeof",
                        "CONSTANT:MAX",
                        "NUMBER:1"),
                sample(
                        "csharp",
                        "//",
                        "public class A { string F(int n) => G(\"x\", null); }",
                        "KEYWORD:public",
                        "KEYWORD:class",
                        "TYPE:A",
                        "TYPE:string",
                        "FUNCTION:F",
                        "TYPE:int",
                        "STRING:\"x\"",
                        "CONSTANT:null"),
                sample(
                        "go",
                        "//",
                        "package main\n\nfunc top(n int) string { return fmt.Sprint(\"a\", nil) }",
                        "KEYWORD:package",
                        "KEYWORD:func",
                        "FUNCTION:top",
                        "TYPE:int",
                        "TYPE:string",
                        "KEYWORD:return",
                        "FUNCTION:Sprint",
                        "STRING:\"a\"",
                        "CONSTANT:nil"),
                sample(
                        "rust",
                        "//",
                        "fn top(n: u32) -> Option<u32> { let mut m = n.max(1); None }",
                        "KEYWORD:fn",
                        "FUNCTION:top",
                        "TYPE:u32",
                        "TYPE:Option",
                        "TYPE:u32",
                        "KEYWORD:let",
                        "KEYWORD:mut",
                        "FUNCTION:max",
                        "CONSTANT:1",
                        "TYPE:None"),
                sample(
                        "kotlin",
                        "//",
                        "fun top(n: Int): String { val m = max(n, 1); return \"a\" }",
                        "KEYWORD:fun",
                        "FUNCTION:top",
                        "TYPE:Int",
                        "TYPE:String",
                        "KEYWORD:val",
                        "FUNCTION:max",
                        "NUMBER:1",
                        "KEYWORD:return ",
                        "STRING:\"a\""),
                sample(
                        "ruby",
                        "#",
                        "def top(n)\n  local = n\n  local.max(1) unless nil\nend",
                        "KEYWORD:def",
                        "FUNCTION:top",
                        "FUNCTION:max",
                        "NUMBER:1",
                        "KEYWORD:unless",
                        "CONSTANT:nil",
                        "KEYWORD:end"),
                sample(
                        "bash",
                        "#",
                        "for f in *.txt; do echo \"$f\" > 1; done",
                        "KEYWORD:for",
                        "KEYWORD:in",
                        "KEYWORD:do",
                        "FUNCTION:echo",
                        "STRING:\"",
                        "STRING:\"",
                        "KEYWORD:done"),
                sample(
                        "sql",
                        "--",
                        "SELECT count(id) FROM users WHERE name = 'Ada' AND age > 30;",
                        "KEYWORD:SELECT",
                        "FUNCTION:count",
                        "KEYWORD:FROM",
                        "KEYWORD:WHERE",
                        "STRING:'Ada'",
                        "KEYWORD:AND",
                        "NUMBER:30"));
    }

    private static Arguments sample(String language, String comment, String code, String... seen) {
        return arguments(language, comment, code, List.of(seen));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void seesWhatIsThere(String language, String comment, String code, List<String> wanted) {
        assertThat(pieces(language, code)).containsSubsequence(wanted);
    }

    /// Signs that take other numbers of bytes than of code units move nothing.
    @ParameterizedTest
    @MethodSource("samples")
    void seesItAtTheSamePlaceBehindEmojiAndCjk(
            String language, String comment, String code, List<String> wanted) {
        String first = comment + EMOJI_AND_CJK;
        String text = first + "\n" + code + "\n" + first;
        assertThat(pieces(language, text))
                .startsWith("COMMENT:" + first)
                .endsWith("COMMENT:" + first)
                .containsSubsequence(wanted);
    }

    @Test
    void seesTagsAttributesKeysAndColours() {
        assertThat(pieces("html", "<p class=\"a\">你 &amp;</p>"))
                .startsWith("TAG:p", "ATTRIBUTE:class", "STRING:a");
        assertThat(pieces("css", "a.b { color: #fff; width: 2px }"))
                .containsSubsequence("TAG:a", "PROPERTY:b", "PROPERTY:color", "NUMBER:2");
        assertThat(pieces("json", "{\"é\": [1, \"a\\n\", true]}"))
                .containsExactly(
                        "PROPERTY:\"é\"",
                        "NUMBER:1",
                        "STRING:\"a",
                        "ESCAPE:\\n",
                        "STRING:\"",
                        "CONSTANT:true");
        assertThat(pieces("php", "<?php function top($n) { return strlen('a'); }"))
                .containsSubsequence(
                        "TAG:<?php",
                        "KEYWORD:function",
                        "FUNCTION:top",
                        "KEYWORD:return",
                        "FUNCTION:strlen",
                        "STRING:'a'");
    }

    @Test
    void looksIntoStringsWithCodeInThem() {
        assertThat(pieces("python", "f\"a {len(b)} c\""))
                .containsExactly("STRING:f\"a ", "FUNCTION:len", "STRING: c\"");
    }

    @Test
    void givesOnlyTheAskedPartCutAtItsEnds() {
        try (Highlighter highlighter = open("java", "class Ada { String s = \"hello\"; }")) {
            assertThat(highlighter.spans(3, 8))
                    .containsExactly(
                            new SyntaxSpan(3, 5, SyntaxKind.KEYWORD),
                            new SyntaxSpan(6, 8, SyntaxKind.TYPE));
            assertThat(highlighter.spans(25, 27))
                    .containsExactly(new SyntaxSpan(25, 27, SyntaxKind.STRING));
            assertThat(highlighter.spans(4, 4)).isEmpty();
        }
    }

    @Test
    void hasAGrammarForEveryLanguageInTheMenu() {
        assertThat(Languages.ALL)
                .allSatisfy(language -> {
                    boolean plain = language.equals(Languages.PLAIN_TEXT);
                    try (Highlighter highlighter = open(language.id(), "x")) {
                        assertThat(highlighter)
                                .isInstanceOf(
                                        plain
                                                ? PlainHighlighter.class
                                                : TreeSitterHighlighter.class);
                    }
                });
    }

    @Test
    void leavesPlainTextAndUnknownLanguagesPlain() {
        assertThat(pieces("plaintext", "if \"a\" 1")).isEmpty();
        assertThat(pieces("klingon", "if \"a\" 1")).isEmpty();
        assertThat(Languages.of("klingon").name()).isEqualTo("klingon");
    }

    @Test
    void livesThroughTextsThatAreNoCode() {
        for (Language language : Languages.ALL) {
            for (String text :
                    List.of(
                            "",
                            "\n\n",
                            "\"",
                            "\ud83d",
                            "((((((".repeat(500),
                            "}'\"`<%\u0000\u2028")) {
                assertThat(pieces(language.id(), text)).isNotNull();
            }
        }
    }

    static List<String> pieces(String language, String text) {
        try (Highlighter highlighter = open(language, text)) {
            return highlighter.spans(0, text.length()).stream()
                    .map(span -> span.kind() + ":" + text.substring(span.from(), span.to()))
                    .toList();
        }
    }

    static Highlighter open(String language, String text) {
        return Highlighters.open(Languages.of(language), text);
    }
}
