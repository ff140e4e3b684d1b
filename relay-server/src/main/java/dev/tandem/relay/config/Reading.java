package dev.tandem.relay.config;

import dev.tandem.relay.config.ConfigKey.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A configuration while it is being read: the stronger source comes later, and what is wrong
/// anywhere is gathered until the end. For one thread.
///
/// @param <T> the record of everything
final class Reading<T extends Record> {
    private final Schema<T> schema;
    private final List<Rule<T>> rules;
    private final Map<ConfigKey, @Nullable Object> values;
    private final Map<ConfigKey, Origin> origins = new HashMap<>();
    private final Set<ConfigKey> wrong = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private boolean missesSome;

    /// @param values what counts if nobody says anything
    Reading(Schema<T> schema, List<Rule<T>> rules, Map<ConfigKey, @Nullable Object> values) {
        this.schema = schema;
        this.rules = rules;
        this.values = values;
    }

    Schema<T> schema() {
        return schema;
    }

    /// @param base where relative paths begin
    void take(ConfigKey key, Given given, Origin origin, Path base) {
        try {
            values.put(key, key.read(given, base));
            origins.put(key, origin);
        } catch (BadValue e) {
            wrong.add(key);
            reject(origin.naming(key) + ": " + e.sentence());
        }
    }

    /// @param problem names the place
    void reject(String problem) {
        problems.add(problem);
    }

    /// Of a source not everything could be read: what nobody is known to have said may be said
    /// there.
    void missesSome() {
        missesSome = true;
    }

    /// Where the value in force comes from.
    Origin origin(ConfigKey key) {
        return origins.getOrDefault(key, new Origin.Default());
    }

    @Nullable Object value(ConfigKey key) {
        return values.get(key);
    }

    /// @throws ConfigProblems if anything was wrong
    T finish() {
        T config = schema.make(values);
        List<String> all = new ArrayList<>(problems);
        rules.stream()
                .filter(rule ->
                        wrong.stream().map(ConfigKey::path).noneMatch(rule.keys()::contains))
                .filter(rule -> !missesSome || keys(rule).allMatch(origins::containsKey))
                .forEach(rule ->
                        rule.problem()
                                .apply(config)
                                .ifPresent(problem -> all.add(blamed(rule) + ": " + problem)));
        if (!all.isEmpty()) {
            throw new ConfigProblems(all);
        }
        return config;
    }

    private String blamed(Rule<T> rule) {
        List<ConfigKey> keys = keys(rule).toList();
        ConfigKey blamed =
                keys.stream().filter(origins::containsKey).findFirst().orElse(keys.getFirst());
        return origin(blamed).naming(blamed);
    }

    private Stream<ConfigKey> keys(Rule<T> rule) {
        return rule.keys().stream().map(schema::key).filter(Objects::nonNull);
    }
}
