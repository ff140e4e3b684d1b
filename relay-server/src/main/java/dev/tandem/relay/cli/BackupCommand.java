package dev.tandem.relay.cli;

import dev.tandem.relay.admin.OrderFailure;
import dev.tandem.relay.admin.RunningRelay;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Has the relay write a backup if one is running, and writes it itself otherwise.
@Command(
        name = "backup",
        description =
                "Write a copy of everything that lasts to a file, while the relay runs or not.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class BackupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The file to write, a zip file; it must not be there yet.")
    private Path file;

    @Override
    public Integer call() throws CommandFailure {
        Path folder = ConfigOptions.dataFolder(spec);
        if (!Database.isIn(folder)) {
            throw new CommandFailure(
                    "There is nothing to back up in %s; see that --data names the right folder."
                            .formatted(folder));
        }
        Path absolute = file.toAbsolutePath().normalize();
        Optional<RunningRelay> running = RunningRelay.on(folder);
        if (running.isPresent()) {
            order(running.get(), absolute);
        } else {
            write(folder, absolute);
        }
        spec.commandLine().getOut().println("Wrote the backup " + absolute + ".");
        return ExitCode.OK;
    }

    private static void order(RunningRelay relay, Path file) throws CommandFailure {
        try (relay) {
            relay.order("backup", file.toString());
        } catch (OrderFailure e) {
            throw new CommandFailure(e);
        }
    }

    private static void write(Path folder, Path file) throws CommandFailure {
        try (Database database = Database.open(folder)) {
            database.backup(file);
        } catch (DatabaseFailure e) {
            throw new CommandFailure(e);
        }
    }
}
