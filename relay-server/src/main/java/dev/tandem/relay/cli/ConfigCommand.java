package dev.tandem.relay.cli;

import dev.tandem.relay.config.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The configuration. What to do with it is named; alone it is unusable.
@Command(
        name = "config",
        description = "See what a relay can be told, and what it would be told.",
        mixinStandardHelpOptions = true,
        subcommands = {ConfigCommand.Print.class, ConfigCommand.Keys.class})
final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: print or keys.");
    }

    @Command(
            name = "print",
            description = {
                "Print what is in force with this file, environment and options, and where each value comes from.",
                "It is a configuration file itself. Secrets are left out."
            },
            mixinStandardHelpOptions = true,
            modelTransformer = ConfigOptions.class)
    static final class Print implements Runnable {
        @Spec private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().getOut().print(ConfigOptions.read(spec).print());
            spec.commandLine().getOut().flush();
        }
    }

    @Command(
            name = "keys",
            description = "Print all keys: what they are, their values, and their other names.",
            mixinStandardHelpOptions = true)
    static final class Keys implements Runnable {
        @Spec private CommandSpec spec;

        @Option(names = "--markdown", description = "As the tables of docs/configuration.md.")
        private boolean markdown;

        @Override
        public void run() {
            spec.commandLine().getOut().print(markdown ? Reference.markdown() : Reference.text());
            spec.commandLine().getOut().flush();
        }
    }
}
