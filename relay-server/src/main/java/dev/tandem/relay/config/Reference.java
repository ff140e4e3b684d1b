package dev.tandem.relay.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All keys, for people to read.
public final class Reference {
    private Reference() {}

    /// A few lines for each key, for a terminal.
    public static String text() {
        return text(RelayConfig.SCHEMA);
    }

    /// A table for each part, for a page.
    public static String markdown() {
        return markdown(RelayConfig.SCHEMA);
    }

    static String text(Schema<?> schema) {
        return schema.keys().stream()
                .map(key ->
                        "%s%n    %s%n    %s%n    %s%n"
                                .formatted(
                                        key.path(),
                                        plain(key.help()),
                                        plain(values(key)),
                                        names(key).collect(Collectors.joining(", "))))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static String markdown(Schema<?> schema) {
        StringBuilder page = new StringBuilder();
        append(page, inPart("", schema.keys()));
        for (Map.Entry<String, String> part : schema.parts().entrySet()) {
            page.append("\n### `%s`\n%s\n\n".formatted(part.getKey(), part.getValue()));
            append(page, inPart(part.getKey(), schema.keys()));
        }
        return page.toString();
    }

    private static List<ConfigKey> inPart(String part, Collection<ConfigKey> keys) {
        return keys.stream().filter(key -> key.part().equals(part)).toList();
    }

    private static void append(StringBuilder page, List<ConfigKey> keys) {
        page.append("| key | what it is | values | default |\n| --- | --- | --- | --- |\n");
        for (ConfigKey key : keys) {
            String option = key.option().map(" (`%s`)"::formatted).orElse("");
            String otherwise = key.declared().byDefault();
            page.append(
                    "| `%s`%s | %s | %s | %s |\n"
                            .formatted(
                                    key.name(),
                                    option,
                                    key.help(),
                                    key.kind().name() + range(key),
                                    otherwise.isEmpty() ? "none" : "`" + otherwise + "`"));
        }
    }

    private static String values(ConfigKey key) {
        String otherwise = key.declared().byDefault();
        return key.kind().name()
                + range(key)
                + "; by default "
                + (otherwise.isEmpty() ? "none" : otherwise);
    }

    private static String range(ConfigKey key) {
        return key.range().isEmpty() ? "" : ", " + key.range();
    }

    private static Stream<String> names(ConfigKey key) {
        return Stream.concat(Stream.of(key.variable()), key.option().stream());
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }
}
