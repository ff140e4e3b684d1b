package dev.tandem.relay.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is in force, as a YAML file that can be read again, with a comment behind each value on
/// where it comes from.
final class Printout {
    /// What needs no quotation marks, also within brackets.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./][A-Za-z0-9./:@+_-]*");

    private static final Pattern SPECIAL = Pattern.compile("(?i)null|.*:");

    private Printout() {}

    static String of(Reading<?> reading) {
        StringBuilder out = new StringBuilder();
        String part = "";
        for (ConfigKey key : reading.schema().keys()) {
            if (!key.part().equals(part)) {
                part = key.part();
                out.append(part.isEmpty() ? "" : part + ":\n");
            }
            out.append(part.isEmpty() ? "" : "  ").append(line(key, reading)).append('\n');
        }
        return out.toString();
    }

    private static String line(ConfigKey key, Reading<?> reading) {
        Object value = reading.value(key);
        String origin = " # " + reading.origin(key).comment();
        if (value == null) {
            return "# " + key.name() + ": not set";
        }
        return key.isSecret()
                ? "# " + key.name() + ": " + Secret.MASK + origin
                : key.name() + ": " + written(key, value) + origin;
    }

    private static String written(ConfigKey key, Object value) {
        return value instanceof List<?> items
                ? items.stream()
                        .map(item -> scalar(item.toString()))
                        .collect(Collectors.joining(", ", "[", "]"))
                : scalar(key.kind().writer().apply(value));
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()
                ? text
                : "\""
                        + text.codePoints()
                                .mapToObj(Printout::escaped)
                                .collect(Collectors.joining())
                        + "\"";
    }

    /// As in a text in double quotation marks (YAML 1.2.2, section 5.7).
    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> Shown.isVisible(c) ? Character.toString(c) : "\\U%08x".formatted(c);
        };
    }
}
