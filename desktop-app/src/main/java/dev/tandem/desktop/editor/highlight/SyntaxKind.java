package dev.tandem.desktop.editor.highlight;

import java.util.Locale;

/// What a piece of code is, as far as its colour goes. What is none of these is plain.
///
/// The order matters where two findings cover exactly the same piece: the later kind wins. So a
/// name that is used like a function and written like a constant is a constant.
public enum SyntaxKind {
    NUMBER,
    STRING,
    PROPERTY,
    FUNCTION,
    TYPE,
    CONSTANT,
    TAG,
    ATTRIBUTE,
    ESCAPE,
    COMMENT,
    KEYWORD,
    /// Not to be seen, so that it is pointed out wherever it stands.
    UNSEEN;

    private final String styleClass = "syntax-" + name().toLowerCase(Locale.ROOT);

    /// The class a style sheet knows it by: `syntax-keyword`.
    public String styleClass() {
        return styleClass;
    }
}
