package dev.tandem.relay.coderun.language;

import dev.tandem.relay.coderun.sandbox.BoxLimits;
import dev.tandem.relay.config.ByteSize;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a language from its file.
final class LanguageFile {
    private static final Pattern ID = Pattern.compile("[a-z0-9+#_-]{1,32}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})s");
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "file",
                    "setup",
                    "probe",
                    "compile",
                    "prepare",
                    "run",
                    "limits",
                    "compile-limits",
                    "starter");
    private static final Set<String> LIMITS =
            Set.of(
                    "wall",
                    "interactive",
                    "cpu",
                    "memory",
                    "processes",
                    "file-size",
                    "disk",
                    "open-files",
                    "output");

    private final String id;
    private final Map<?, ?> keys;

    private LanguageFile(String id, Map<?, ?> keys) {
        this.id = id;
        this.keys = keys;
    }

    /// @param id the file's name without its ending
    static Language read(String id, String yaml) throws BadLanguage {
        if (!ID.matcher(id).matches()) {
            throw new BadLanguage(id, "a language's name has 1 to 32 of a-z, 0-9, +, #, _ and -");
        }
        return new LanguageFile(id, map(id, load(id, yaml), KEYS)).language();
    }

    private static Object load(String id, String yaml) throws BadLanguage {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new BadLanguage(id, "this is no YAML: " + e.getMessage());
        }
    }

    private Language language() throws BadLanguage {
        String file = text("file");
        if (!FILE.matcher(file).matches()) {
            throw new BadLanguage(id, "'file' is the plain name of a file");
        }
        return new Language(
                id,
                text("name"),
                file,
                text("setup", ""),
                text("probe"),
                keys.containsKey("compile") ? text("compile") : null,
                keys.containsKey("prepare") ? text("prepare") : null,
                text("run"),
                limits("limits", BoxLimits.RUN),
                limits("compile-limits", BoxLimits.COMPILE),
                text("starter", ""));
    }

    private BoxLimits limits(String key, BoxLimits usual) throws BadLanguage {
        Map<?, ?> given =
                keys.containsKey(key) ? map(id + ": " + key, keys.get(key), LIMITS) : Map.of();
        Duration wall = seconds(given, "wall", usual.wall());
        return new BoxLimits(
                wall,
                seconds(given, "interactive", usual.interactive()),
                seconds(given, "cpu", usual.cpu()),
                bytes(given, "memory", usual.memory()),
                count(given, "processes", usual.processes()),
                bytes(given, "file-size", usual.fileSize()),
                bytes(given, "disk", usual.disk()),
                count(given, "open-files", usual.openFiles()),
                bytes(given, "output", usual.output()));
    }

    private Duration seconds(Map<?, ?> given, String key, Duration usual) throws BadLanguage {
        return value(given, key, usual, "a time such as 10s", LanguageFile::seconds);
    }

    private static @Nullable Duration seconds(String written) {
        Matcher matcher = SECONDS.matcher(written);
        return matcher.matches() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : null;
    }

    private long bytes(Map<?, ?> given, String key, long usual) throws BadLanguage {
        return value(
                given,
                key,
                usual,
                "a size such as 512MiB",
                written -> ByteSize.of(written).map(ByteSize::bytes).orElse(null));
    }

    private int count(Map<?, ?> given, String key, int usual) throws BadLanguage {
        return value(
                given,
                key,
                usual,
                "a number",
                written -> written.matches("\\d{1,6}") ? Integer.valueOf(written) : null);
    }

    private <T> T value(
            Map<?, ?> given, String key, T usual, String what, Function<String, @Nullable T> reader)
            throws BadLanguage {
        if (!given.containsKey(key)) {
            return usual;
        }
        T value = reader.apply(String.valueOf(given.get(key)));
        if (value == null) {
            throw new BadLanguage(id, "'%s' is %s".formatted(key, what));
        }
        return value;
    }

    private String text(String key) throws BadLanguage {
        String text = text(key, "");
        if (text.isBlank()) {
            throw new BadLanguage(id, "'%s' is missing".formatted(key));
        }
        return text;
    }

    private String text(String key, String otherwise) throws BadLanguage {
        Object value = keys.containsKey(key) ? keys.get(key) : otherwise;
        if (value instanceof String text) {
            return text;
        }
        throw new BadLanguage(id, "'%s' is a text".formatted(key));
    }

    private static Map<?, ?> map(String where, @Nullable Object value, Set<String> known)
            throws BadLanguage {
        if (!(value instanceof Map<?, ?> map)) {
            throw new BadLanguage(where, "this has keys, such as 'name: Python'");
        }
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new BadLanguage(
                        where,
                        "there is no key '%s'; known are %s".formatted(key, new TreeSet<>(known)));
            }
        }
        return map;
    }
}
