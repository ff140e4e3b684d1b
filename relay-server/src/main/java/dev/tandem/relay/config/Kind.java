package dev.tandem.relay.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A kind of values: how people write them, and which is more than another. A new kind is one
/// constant here, and its type in the map below.
///
/// @param name what one of them is, in the reference
/// @param writer writes a value so that the parser reads it again
/// @param order null where no value is more than another
/// @param less what is said of a value that is below the least: it is too …
/// @param more what is said of a value that is above the most
record Kind(
        String name,
        Parser parser,
        Function<Object, String> writer,
        @Nullable Comparator<Object> order,
        String less,
        String more) {

    /// Reads a value; a relative path begins at `base`.
    interface Parser {
        Object parse(String written, Path base) throws BadValue;
    }

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    static final Kind FLAG =
            unordered("`true` or `false`", (written, _) -> flag(written), Object::toString);
    static final Kind COUNT =
            ordered("a number", Kind::number, Object::toString, Integer.class, "few", "many");
    static final Kind PORT =
            ordered("a port", Kind::number, Object::toString, Integer.class, "low", "high");
    static final Kind DURATION =
            ordered("a time", Durations::parse, Kind::duration, Duration.class, "short", "long");
    static final Kind SIZE =
            ordered("a size", ByteSize::parse, Object::toString, ByteSize.class, "small", "large");
    static final Kind TEXT = unordered("a text", (written, _) -> text(written), Object::toString);
    static final Kind PATH = unordered("a path", Kind::path, Object::toString);
    static final Kind LIST = unordered("a list", (written, _) -> list(written), String::valueOf);
    static final Kind SECRET =
            unordered(
                    "a secret",
                    (written, _) -> new Secret(text(written)),
                    secret -> ((Secret) secret).value());

    private static final Map<Class<?>, Kind> BY_TYPE =
            Map.of(
                    boolean.class, FLAG,
                    int.class, COUNT,
                    Duration.class, DURATION,
                    ByteSize.class, SIZE,
                    String.class, TEXT,
                    Path.class, PATH,
                    List.class, LIST,
                    Secret.class, SECRET);

    /// What the values of a component are.
    static Kind of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return choice(type);
        }
        if (!BY_TYPE.containsKey(type)) {
            throw new IllegalArgumentException("no values are a " + type.getName());
        }
        return type == int.class && isPort(component.getName()) ? PORT : BY_TYPE.get(type);
    }

    private static boolean isPort(String name) {
        return name.equals("port") || name.endsWith("Port");
    }

    private interface Plain {
        Object parse(String written) throws BadValue;
    }

    private static <T extends Comparable<T>> Kind ordered(
            String name,
            Plain parser,
            Function<Object, String> writer,
            Class<T> type,
            String less,
            String more) {
        return new Kind(
                name,
                (written, _) -> parser.parse(written),
                writer,
                (a, b) -> type.cast(a).compareTo(type.cast(b)),
                less,
                more);
    }

    private static Kind unordered(String name, Parser parser, Function<Object, String> writer) {
        return new Kind(name, parser, writer, null, "", "");
    }

    /// One of an enum's words, in lower case.
    private static Kind choice(Class<?> type) {
        List<Object> values = Arrays.asList(type.getEnumConstants());
        String words =
                values.stream()
                        .map(Kind::word)
                        .map("`%s`"::formatted)
                        .collect(Collectors.joining(", "));
        return unordered(
                "one of " + words,
                (written, _) ->
                        values.stream()
                                .filter(value -> word(value).equals(written))
                                .findFirst()
                                .orElseThrow(() ->
                                        new BadValue(
                                                Shown.quoted(written)
                                                        + " is none of "
                                                        + words.replace("`", ""))),
                Kind::word);
    }

    private static String word(Object value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Boolean flag(String written) throws BadValue {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadValue.isNo(written, "true or false");
        };
    }

    private static Integer number(String written) throws BadValue {
        if (!NUMBER.matcher(written).matches()) {
            throw BadValue.isNo(written, "whole number");
        }
        return Integer.valueOf(written);
    }

    private static String duration(Object value) {
        return Durations.write((Duration) value);
    }

    private static String text(String written) throws BadValue {
        if (written.isBlank()) {
            throw new BadValue("it is empty");
        }
        return written;
    }

    private static Path path(String written, Path base) throws BadValue {
        try {
            return UserDataFolder.fillIn(text(written), base).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw BadValue.isNo(written, "path");
        }
    }

    private static List<String> list(String written) throws BadValue {
        if (written.isBlank()) {
            return List.of();
        }
        List<String> items = Arrays.stream(written.split(",", -1)).map(String::strip).toList();
        if (items.contains("")) {
            throw BadValue.isNo(written, "list; write for instance one,two");
        }
        return items;
    }
}
