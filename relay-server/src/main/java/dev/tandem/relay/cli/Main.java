package dev.tandem.relay.cli;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the relay's command line. A command is named; alone it is unusable.
@Command(
        name = "tandem-relay",
        description = "The relay that connects the people of an interview.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ServeCommand.class,
            UserCommand.class,
            ConfigCommand.class,
            BenchCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            HealthCommand.class,
            RestoreCommand.class,
            PersonCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            VerifyCommand.class
        })
public final class Main implements Runnable {
    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        takeOverJavaUtilLogging();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Mistakes::unusable)
                .setExecutionExceptionHandler(Mistakes::failed);
    }

    /// Grizzly and Tyrus log by java.util.logging; this way there is one log, on standard error.
    private static void takeOverJavaUtilLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: serve, user, config, bench, audit, backup, health, restore, person,"
                        + " export, import or verify.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tandem-relay " + (version == null ? "unpackaged" : version)};
        }
    }
}
