package dev.tandem.relay.cli;

import dev.tandem.relay.sessionlog.Backup;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a data folder of a backup.
@Command(
        name = "restore",
        description = "Make a data folder of a backup. What is there already is left as it is.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class RestoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "What 'backup' wrote.")
    private Path file;

    @Override
    public Integer call() throws CommandFailure {
        Path folder = ConfigOptions.dataFolder(spec);
        try {
            Backup.restore(file, folder);
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        }
        spec.commandLine().getOut().println("Restored the backup to " + folder + ".");
        return ExitCode.OK;
    }
}
