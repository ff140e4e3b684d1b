package dev.tandem.relay.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of a configuration, as a record and the records in it declare them, in their order.
///
/// @param <T> the record of everything
final class Schema<T extends Record> {
    private final Class<T> root;
    private final Map<String, ConfigKey> keys = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Schema(Class<T> root) {
        this.root = root;
        collect(root, "");
    }

    static <T extends Record> Schema<T> of(Class<T> root) {
        return new Schema<>(root);
    }

    private void collect(Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + kebab(component.getName());
            Part part = component.getAnnotation(Part.class);
            Key key = component.getAnnotation(Key.class);
            if (part != null && prefix.isEmpty()) {
                parts.put(path, part.value());
                collect(component.getType(), path + ".");
            } else if (key != null) {
                keys.put(path, new ConfigKey(path, Kind.of(component), key));
            } else {
                throw new IllegalArgumentException(path + " is neither a key nor a part");
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    Collection<ConfigKey> keys() {
        return Collections.unmodifiableCollection(keys.values());
    }

    /// Null if there is no such key.
    @Nullable ConfigKey key(String path) {
        return keys.get(path);
    }

    /// The parts' names and what they are about.
    Map<String, String> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /// The paths of all keys and parts.
    List<String> paths() {
        return Stream.concat(parts.keySet().stream(), keys.keySet().stream()).toList();
    }

    /// What counts if nobody says anything.
    Map<ConfigKey, @Nullable Object> defaults() {
        Map<ConfigKey, @Nullable Object> values = new LinkedHashMap<>();
        keys().forEach(key -> values.put(key, key.byDefault()));
        return values;
    }

    T make(Map<ConfigKey, @Nullable Object> values) {
        return root.cast(make(root, "", values));
    }

    private Object make(Class<?> type, String prefix, Map<ConfigKey, @Nullable Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(
                            Stream.of(components)
                                    .map(component -> value(component, prefix, values))
                                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a configuration is made of records it can see", e);
        }
    }

    private @Nullable Object value(
            RecordComponent component, String prefix, Map<ConfigKey, @Nullable Object> values) {
        String path = prefix + kebab(component.getName());
        ConfigKey key = keys.get(path);
        return key == null ? make(component.getType(), path + ".", values) : values.get(key);
    }

    /// What is in force in `config`.
    Map<ConfigKey, @Nullable Object> values(T config) {
        Map<ConfigKey, @Nullable Object> values = new LinkedHashMap<>();
        takeApart(config, "", values);
        return values;
    }

    private void takeApart(Object record, String prefix, Map<ConfigKey, @Nullable Object> values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String path = prefix + kebab(component.getName());
            Object value = read(component, record);
            ConfigKey key = keys.get(path);
            if (key != null) {
                values.put(key, value);
            } else if (value != null) {
                takeApart(value, path + ".", values);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a configuration is made of records it can see", e);
        }
    }
}
