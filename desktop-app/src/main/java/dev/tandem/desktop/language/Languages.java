package dev.tandem.desktop.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The languages to choose from, in the order of a menu.
public final class Languages {
    public static final Language PLAIN_TEXT = new Language("plaintext", "Plain text", "txt", "");

    public static final List<Language> ALL =
            List.of(
                    new Language("python", "Python", "py", "#"),
                    new Language("java", "Java", "java", "//"),
                    new Language("javascript", "JavaScript", "js", "//"),
                    new Language("typescript", "TypeScript", "ts", "//"),
                    new Language("cpp", "C++", "cpp", "//"),
                    new Language("c", "C", "c", "//"),
                    new Language("csharp", "C#", "cs", "//"),
                    new Language("go", "Go", "go", "//"),
                    new Language("rust", "Rust", "rs", "//"),
                    new Language("kotlin", "Kotlin", "kt", "//"),
                    new Language("ruby", "Ruby", "rb", "#"),
                    new Language("php", "PHP", "php", "//"),
                    new Language("bash", "Bash", "sh", "#"),
                    new Language("sql", "SQL", "sql", "--"),
                    new Language("html", "HTML", "html", ""),
                    new Language("css", "CSS", "css", ""),
                    new Language("json", "JSON", "json", ""),
                    PLAIN_TEXT);

    private static final Map<String, Language> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Language::id, Function.identity()));

    private Languages() {}

    /// The language of an id. Another client may choose one that is not in the list: it is shown
    /// under its id and written in as plain text.
    public static Language of(String id) {
        Language known = BY_ID.get(id);
        return known != null ? known : new Language(id, id, PLAIN_TEXT.extension(), "");
    }
}
