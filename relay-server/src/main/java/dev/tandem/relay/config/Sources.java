package dev.tandem.relay.config;

import dev.tandem.relay.config.ConfigKey.Given;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a relay is told what to do, but for the file, which an option or a variable names. An
/// option is stronger than the environment, and that is stronger than the file.
///
/// @param environment all variables, those of others as well
/// @param options what each option was given, by its name
/// @param unknown what else stands on the command line
public record Sources(
        Map<String, String> environment, Map<String, List<String>> options, List<String> unknown) {
    /// Names the file on the command line.
    public static final String FILE_OPTION = "--config";

    /// Names the file in the environment.
    static final String FILE_VARIABLE = "TANDEM_CONFIG";

    static final String VARIABLES = "TANDEM_";

    private static final Path HERE = Path.of("");

    void readInto(Reading<?> reading) {
        readFile(reading);
        readEnvironment(reading);
        readOptions(reading);
        readUnknown(reading);
    }

    private void readFile(Reading<?> reading) {
        String variable = environment.get(FILE_VARIABLE);
        if (options.containsKey(FILE_OPTION)) {
            ConfigFile.read(options.get(FILE_OPTION).getLast(), FILE_OPTION, reading);
        } else if (variable != null) {
            ConfigFile.read(variable, FILE_VARIABLE, reading);
        }
    }

    private void readEnvironment(Reading<?> reading) {
        Map<String, ConfigKey> known = new LinkedHashMap<>();
        reading.schema().keys().forEach(key -> known.put(key.variable(), key));
        new TreeMap<>(environment)
                .forEach((name, value) -> {
                    ConfigKey key = known.get(name);
                    if (key != null) {
                        reading.take(key, new Given(value), new Origin.Variable(name), HERE);
                    } else if (name.startsWith(VARIABLES) && !name.equals(FILE_VARIABLE)) {
                        reading.reject(
                                Shown.plain(name)
                                        + ": there is no such variable"
                                        + Nearest.suggestion(name, known.keySet()));
                    }
                });
    }

    private void readOptions(Reading<?> reading) {
        for (ConfigKey key : reading.schema().keys()) {
            String option = key.option().orElse("");
            List<String> given = options.get(option);
            if (given != null) {
                reading.take(key, given(key, given), new Origin.Option(option), HERE);
            }
        }
    }

    private static Given given(ConfigKey key, List<String> given) {
        return key.isList() ? new Given(String.join(",", given)) : new Given(given.getLast());
    }

    /// What follows an unknown option may be its value.
    private void readUnknown(Reading<?> reading) {
        List<String> known =
                Stream.concat(
                                Stream.of(FILE_OPTION),
                                reading.schema().keys().stream()
                                        .flatMap(key -> key.option().stream()))
                        .toList();
        @Nullable String before = null;
        for (String argument : unknown) {
            String name = argument.split("=", 2)[0];
            if (argument.startsWith("-")) {
                reading.reject(
                        Shown.plain(name)
                                + ": there is no such option"
                                + Nearest.suggestion(name, known));
            } else if (before == null || !before.startsWith("-")) {
                reading.reject(Shown.plain(argument) + ": an option was expected here");
            }
            before = argument;
        }
    }
}
