package dev.tandem.relay.coderun.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The languages that the relay knows how to run, whether or not they are installed: its own, and
/// those of the operator, which come before its own of the same name.
///
/// @param mistakes what is wrong with the operator's files, one sentence each
public record Languages(Collection<Language> all, List<String> mistakes) {
    private static final List<String> OWN =
            List.of(
                    "python",
                    "java",
                    "javascript",
                    "typescript",
                    "cpp",
                    "c",
                    "csharp",
                    "go",
                    "rust",
                    "kotlin",
                    "ruby",
                    "php",
                    "bash",
                    "sql");
    private static final String ENDING = ".yaml";

    public Languages {
        all = List.copyOf(all);
        mistakes = List.copyOf(mistakes);
    }

    /// All that are described.
    ///
    /// @param folder of the operator's; null for none
    public static Languages load(@Nullable Path folder) {
        Map<String, Language> all = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (String id : OWN) {
            add(all, mistakes, id, own(id));
        }
        if (folder != null) {
            addAll(all, mistakes, folder);
        }
        return new Languages(all.values(), mistakes);
    }

    private static String own(String id) {
        String name = "/dev/tandem/relay/coderun/languages/" + id + ENDING;
        try (InputStream in = Objects.requireNonNull(Languages.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a language is missing from the relay", e);
        }
    }

    private static void addAll(Map<String, Language> all, List<String> mistakes, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    String id = name.substring(0, name.length() - ENDING.length());
                    add(all, mistakes, id, Files.readString(file));
                }
            }
        } catch (IOException e) {
            mistakes.add("the folder of languages cannot be read: " + e.getMessage());
        }
    }

    private static void add(
            Map<String, Language> all, List<String> mistakes, String id, String yaml) {
        try {
            all.put(id, LanguageFile.read(id, yaml));
        } catch (BadLanguage e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
    }
}
