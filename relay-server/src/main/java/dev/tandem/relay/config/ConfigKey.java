package dev.tandem.relay.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A key of the configuration: its three names, and what its values are.
///
/// @param path its name in a file, `limits.participants-per-room`: the key in its part
public record ConfigKey(String path, Kind kind, Key declared) {
    private static final Path HERE = Path.of("");

    /// Its name in the environment: `TANDEM_LIMITS_PARTICIPANTS_PER_ROOM`.
    public String variable() {
        return Sources.VARIABLES
                + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// The part it is in; empty for none.
    String part() {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /// Its name in its part.
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Its name on the command line, `--room-size`, where it has one.
    public Optional<String> option() {
        return Optional.of(declared.option()).filter(option -> !option.isEmpty());
    }

    public String help() {
        return declared.help();
    }

    /// An option of it need not be followed by a value.
    public boolean isFlag() {
        return kind.equals(Kind.FLAG);
    }

    /// Several values can be given, one option each.
    public boolean isList() {
        return kind.equals(Kind.LIST);
    }

    boolean isSecret() {
        return kind.equals(Kind.SECRET);
    }

    /// What counts if nobody says anything, as people here would write it; empty for nothing.
    public String defaultText() {
        return declared.byDefault().replace(UserDataFolder.SIGN, UserDataFolder.path().toString());
    }

    @Nullable Object byDefault() {
        if (declared.byDefault().isEmpty() && !isList()) {
            return null;
        }
        try {
            return read(new Given(declared.byDefault()), HERE);
        } catch (BadValue e) {
            throw new IllegalStateException(path + ": " + e.sentence(), e);
        }
    }

    /// @param base where relative paths begin
    Object read(Given given, Path base) throws BadValue {
        if (given.items() == null) {
            return inRange(kind.parser().parse(given.text(), base));
        }
        if (!isList()) {
            throw new BadValue("it is one value, not a list");
        }
        return given.items();
    }

    private Object inRange(Object value) throws BadValue {
        var order = kind.order();
        if (order == null) {
            return value;
        }
        if (order.compare(value, bound(declared.least())) < 0) {
            throw outOfRange(value, kind.less());
        }
        if (order.compare(value, bound(declared.most())) > 0) {
            throw outOfRange(value, kind.more());
        }
        return value;
    }

    private BadValue outOfRange(Object value, String word) {
        return new BadValue(
                "%s is too %s; %s".formatted(kind.writer().apply(value), word, "from " + range()));
    }

    /// `1 to 500`; empty where values have no order.
    String range() {
        return kind.order() == null ? "" : declared.least() + " to " + declared.most();
    }

    private Object bound(String written) {
        try {
            return kind.parser().parse(written, HERE);
        } catch (BadValue e) {
            throw new IllegalStateException(path + ": " + e.sentence(), e);
        }
    }

    /// What was given for a key: a text, or the items of a list.
    ///
    /// @param items null where it was a text
    record Given(String text, @Nullable List<String> items) {
        Given(String text) {
            this(text, null);
        }
    }
}
