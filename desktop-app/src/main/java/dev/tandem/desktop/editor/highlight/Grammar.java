package dev.tandem.desktop.editor.highlight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.treesitter.TSLanguage;
import org.treesitter.TSQuery;

/// A language's grammar with the query that finds what to colour. It does not change, any thread
/// may use it, and it lives as long as the application.
record Grammar(TSLanguage language, TSQuery query, List<Capture> captures) {
    /// @param queries names of the query files, the later ones adding to the ones before
    static Grammar load(TSLanguage language, List<String> queries) {
        TSQuery query =
                new TSQuery(
                        language,
                        queries.stream().map(Grammar::text).collect(Collectors.joining("\n")));
        dropWhatNeedsScopes(query);
        List<Capture> captures =
                IntStream.range(0, query.getCaptureCount())
                        .mapToObj(query::getCaptureNameForId)
                        .map(Capture::of)
                        .toList();
        return new Grammar(language, query, captures);
    }

    /// Some patterns hold only for names that are not local, which takes more than a tree to know.
    /// Taken at their word they would colour every local variable.
    private static void dropWhatNeedsScopes(TSQuery query) {
        IntStream.range(0, query.getPatternCount())
                .filter(pattern ->
                        query.getPredicatesForPattern(pattern).stream()
                                .anyMatch(p -> p.getName().equals("is-not?")))
                .forEach(query::disablePattern);
    }

    private static String text(String name) {
        String file = "queries/" + name + ".scm";
        try (InputStream in = Grammar.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
