package dev.tandem.desktop.editor.highlight;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterBash;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterCss;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterHtml;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterJson;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterSql;
import org.treesitter.TreeSitterTypescript;

/// The grammars by language id, each loaded when it is first asked for. Any thread.
final class Grammars {
    private static final Map<String, Source> SOURCES =
            Map.ofEntries(
                    source("python", TreeSitterPython::new),
                    source("java", TreeSitterJava::new),
                    source("javascript", TreeSitterJavascript::new),
                    source("typescript", TreeSitterTypescript::new, "javascript", "typescript"),
                    source("cpp", TreeSitterCpp::new, "c", "c-constants", "cpp"),
                    source("c", TreeSitterC::new, "c", "c-constants"),
                    source("csharp", TreeSitterCSharp::new),
                    source("go", TreeSitterGo::new),
                    source("rust", TreeSitterRust::new),
                    source("kotlin", TreeSitterKotlin::new),
                    source("ruby", TreeSitterRuby::new),
                    source("php", TreeSitterPhp::new),
                    source("bash", TreeSitterBash::new),
                    source("sql", TreeSitterSql::new),
                    source("html", TreeSitterHtml::new),
                    source("css", TreeSitterCss::new),
                    source("json", TreeSitterJson::new));

    private static final Map<String, Grammar> LOADED = new ConcurrentHashMap<>();

    private record Source(Supplier<TSLanguage> language, List<String> queries) {}

    private Grammars() {}

    /// The grammar of a language, null if we have none.
    ///
    /// @throws LinkageError where there is no native library for this machine
    static @Nullable Grammar of(String id) {
        Source source = SOURCES.get(id);
        return source == null
                ? null
                : LOADED.computeIfAbsent(
                        id, _ -> Grammar.load(source.language().get(), source.queries()));
    }

    private static Map.Entry<String, Source> source(String id, Supplier<TSLanguage> language) {
        return source(id, language, id);
    }

    private static Map.Entry<String, Source> source(
            String id, Supplier<TSLanguage> language, String... queries) {
        return Map.entry(id, new Source(language, List.of(queries)));
    }
}
