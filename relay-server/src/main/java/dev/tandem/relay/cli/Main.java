package dev.tandem.relay.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        subcommands = {ServeCommand.class, UserCommand.class})
public final class Main implements Runnable {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int UNUSABLE_ARGUMENTS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        takeOverJavaUtilLogging();
        System.exit(execute(args));
    }

    /// Does what the arguments say.
    ///
    /// @return the exit code: 0 fine, 1 it failed while running, 2 unusable arguments
    static int execute(String... args) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::unusable)
                .setExecutionExceptionHandler(Main::failed)
                .execute(args);
    }

    private static int unusable(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(problem.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return UNUSABLE_ARGUMENTS;
    }

    private static int failed(
            Exception problem, CommandLine command, CommandLine.ParseResult result) {
        LOG.error("The command failed.", problem);
        command.getErr().println("This should not have happened; the log above says more.");
        return FAILED;
    }

    /// Grizzly and Tyrus log by java.util.logging; this way there is one log, on standard error.
    private static void takeOverJavaUtilLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: serve or user.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tandem-relay " + (version == null ? "unpackaged" : version)};
        }
    }
}
