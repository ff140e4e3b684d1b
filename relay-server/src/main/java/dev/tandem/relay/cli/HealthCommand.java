package dev.tandem.relay.cli;

import dev.tandem.relay.admin.OrderFailure;
import dev.tandem.relay.admin.RunningRelay;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Asks the relay on a folder how it is, for whatever watches over it and has no HTTP client.
@Command(
        name = "health",
        description = "Ask the relay that runs on a data folder whether it can serve.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.OfDataFolder.class)
final class HealthCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        Path folder = ConfigOptions.dataFolder(spec);
        try (RunningRelay relay =
                RunningRelay.on(folder)
                        .orElseThrow(
                                () -> new CommandFailure("No relay answers on " + folder + "."))) {
            relay.order("health", "");
        } catch (OrderFailure e) {
            throw new CommandFailure(e);
        }
        spec.commandLine().getOut().println("The relay can serve.");
        return ExitCode.OK;
    }
}
