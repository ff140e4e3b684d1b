package dev.tandem.desktop.editor.highlight;

import dev.tandem.desktop.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sees comments, strings, numbers and the keywords most languages share, line by line and only in
/// the lines it is asked for. It does without a grammar, so it works for every language, on every
/// machine and for texts of any size.
final class PlainHighlighter implements Highlighter {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "as",
                    "async",
                    "await",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "const",
                    "continue",
                    "def",
                    "default",
                    "do",
                    "elif",
                    "else",
                    "enum",
                    "export",
                    "extends",
                    "final",
                    "finally",
                    "fn",
                    "for",
                    "foreach",
                    "from",
                    "func",
                    "function",
                    "if",
                    "implements",
                    "import",
                    "in",
                    "interface",
                    "is",
                    "lambda",
                    "let",
                    "match",
                    "new",
                    "not",
                    "or",
                    "and",
                    "package",
                    "pass",
                    "private",
                    "protected",
                    "public",
                    "raise",
                    "return",
                    "select",
                    "static",
                    "struct",
                    "super",
                    "switch",
                    "this",
                    "throw",
                    "try",
                    "type",
                    "use",
                    "using",
                    "var",
                    "void",
                    "when",
                    "where",
                    "while",
                    "with",
                    "yield");

    private static final Set<String> CONSTANTS =
            Set.of("true", "false", "null", "nil", "None", "True", "False", "undefined");

    private final StringBuilder text;
    private final @Nullable Pattern pieces;

    PlainHighlighter(Language language, String text) {
        this.text = new StringBuilder(text);
        this.pieces = language.lineComment().isEmpty() ? null : pieces(language.lineComment());
    }

    /// Possessive throughout: a long line costs time in proportion to its length.
    private static Pattern pieces(String lineComment) {
        return Pattern.compile(
                "(?<comment>"
                        + Pattern.quote(lineComment)
                        + ".*+)"
                        + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?+|'(?:[^'\\\\\\n]|\\\\.)*+'?+)"
                        + "|(?<number>\\b\\d[\\w.]*+)"
                        + "|(?<word>\\b\\p{Alpha}\\w*+)");
    }

    @Override
    public void edit(TextEdit edit) {
        edit.applyTo(text);
    }

    @Override
    public List<SyntaxSpan> spans(int from, int to) {
        if (pieces == null) {
            return List.of();
        }
        List<SyntaxSpan> spans = new ArrayList<>();
        Matcher matcher = pieces.matcher(text).region(lineStart(from), lineEnd(to));
        while (matcher.find()) {
            SyntaxKind kind = kind(matcher);
            int begin = Math.max(from, matcher.start());
            int end = Math.min(to, matcher.end());
            if (kind != null && begin < end) {
                spans.add(new SyntaxSpan(begin, end, kind));
            }
        }
        return spans;
    }

    private static @Nullable SyntaxKind kind(Matcher matcher) {
        if (matcher.start("comment") >= 0) {
            return SyntaxKind.COMMENT;
        }
        if (matcher.start("string") >= 0) {
            return SyntaxKind.STRING;
        }
        if (matcher.start("number") >= 0) {
            return SyntaxKind.NUMBER;
        }
        String word = matcher.group();
        if (KEYWORDS.contains(word)) {
            return SyntaxKind.KEYWORD;
        }
        return CONSTANTS.contains(word) ? SyntaxKind.CONSTANT : null;
    }

    private int lineStart(int offset) {
        return text.lastIndexOf("\n", offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf("\n", offset);
        return end < 0 ? text.length() : end;
    }

    @Override
    public void close() {}
}
