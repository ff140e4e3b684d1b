package dev.tandem.relay.cli;

import dev.tandem.relay.config.ConfigKey;
import dev.tandem.relay.config.ConfigProblems;
import dev.tandem.relay.config.Configuration;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.config.Sources;
import dev.tandem.relay.log.Log;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The options of a command that needs the configuration: one for each key that has one, and the
/// file's.
class ConfigOptions implements IModelTransformer {

    /// Those of a command that works on the data folder alone.
    static final class OfDataFolder extends ConfigOptions {
        @Override
        public CommandSpec transform(CommandSpec command) {
            return addOptions(
                    command,
                    Configuration.keys().stream().filter(key -> key.path().equals("data")));
        }
    }

    @Override
    public CommandSpec transform(CommandSpec command) {
        command.parser().unmatchedArgumentsAllowed(true); // they are named with all the rest
        return addOptions(command, Configuration.keys().stream());
    }

    static CommandSpec addOptions(CommandSpec command, Stream<ConfigKey> keys) {
        command.addOption(
                OptionSpec.builder(Sources.FILE_OPTION)
                        .type(String.class)
                        .paramLabel("FILE")
                        .description("The configuration's file; TANDEM_CONFIG names it as well.")
                        .build());
        keys.filter(key -> key.option().isPresent()).forEach(key -> command.addOption(option(key)));
        return command;
    }

    private static OptionSpec option(ConfigKey key) {
        String name = key.option().orElseThrow();
        OptionSpec.Builder option = OptionSpec.builder(name).description(description(key));
        if (key.isFlag()) {
            return option.type(String.class)
                    .arity("0..1")
                    .fallbackValue("true")
                    .paramLabel("true|false")
                    .build();
        }
        return option.type(key.isList() ? String[].class : String.class)
                .paramLabel(name.substring(name.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT))
                .build();
    }

    private static String description(ConfigKey key) {
        String help = key.help().replace("`", "");
        String otherwise = key.isFlag() ? "" : key.defaultText();
        return (otherwise.isEmpty() ? help : help + " Without it: " + otherwise + ".")
                .replace("%", "%%");
    }

    /// The folder that the command works on.
    ///
    /// @throws ParameterException names everything that is wrong
    static Path dataFolder(CommandSpec command) {
        RelayConfig config = read(command).config();
        Log.set(config.log());
        return config.data();
    }

    /// What is in force for the command.
    ///
    /// @throws ParameterException names everything that is wrong
    static Configuration read(CommandSpec command) {
        ParseResult parsed = command.commandLine().getParseResult();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            options.put(option.longestName(), option.stringValues());
        }
        try {
            return Configuration.read(new Sources(System.getenv(), options, parsed.unmatched()));
        } catch (ConfigProblems e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
