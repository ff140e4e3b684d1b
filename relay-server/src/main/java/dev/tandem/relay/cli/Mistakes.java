package dev.tandem.relay.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Tells people on standard error, in plain sentences, why a command did not do its work.
final class Mistakes {
    private static final Logger log = LoggerFactory.getLogger(Mistakes.class);

    private Mistakes() {}

    /// What was given cannot be used: exit code 2.
    static int unusable(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    /// It failed while running: exit code 1.
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof CommandFailure) {
            command.getErr().println(e.getMessage());
        } else {
            log.debug("Unexpected", e);
            command.getErr()
                    .println(
                            "Something went wrong in the relay (%s); TANDEM_LOG_LEVEL=debug says more."
                                    .formatted(e.getMessage()));
        }
        return ExitCode.SOFTWARE;
    }
}
