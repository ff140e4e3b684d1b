package dev.tandem.desktop.editor.highlight;

import org.jspecify.annotations.Nullable;

/// What a name in a query means for the colour of what it captures. The queries come from many
/// hands and name things differently.
sealed interface Capture {
    /// It is of this kind.
    record Of(SyntaxKind kind) implements Capture {}

    /// It is plain, within something that is not: a name within a string.
    record Plain() implements Capture {}

    /// It is plain if it is a sign, and a keyword if it is a word: `and`.
    record Operator() implements Capture {}

    /// It says nothing about colour.
    record Nothing() implements Capture {}

    static Capture of(String name) {
        if (name.startsWith("_")) {
            return new Nothing();
        }
        SyntaxKind kind = kind(name);
        if (kind != null) {
            return new Of(kind);
        }
        return name.equals("operator") ? new Operator() : new Plain();
    }

    private static @Nullable SyntaxKind kind(String name) {
        return switch (name) {
            case "string.escape" -> SyntaxKind.ESCAPE;
            case "string.special.key" -> SyntaxKind.PROPERTY;
            case "variable.builtin" -> SyntaxKind.CONSTANT;
            default -> kindOfFamily(name.split("\\.", 2)[0]);
        };
    }

    private static @Nullable SyntaxKind kindOfFamily(String family) {
        return switch (family) {
            case "keyword", "include", "conditional", "repeat", "exception" -> SyntaxKind.KEYWORD;
            case "string", "character" -> SyntaxKind.STRING;
            case "escape" -> SyntaxKind.ESCAPE;
            case "number", "float" -> SyntaxKind.NUMBER;
            case "comment" -> SyntaxKind.COMMENT;
            case "function" -> SyntaxKind.FUNCTION;
            case "type", "constructor" -> SyntaxKind.TYPE;
            case "constant", "boolean" -> SyntaxKind.CONSTANT;
            case "property" -> SyntaxKind.PROPERTY;
            case "tag" -> SyntaxKind.TAG;
            case "attribute" -> SyntaxKind.ATTRIBUTE;
            default -> null;
        };
    }
}
