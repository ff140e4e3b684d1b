package dev.tandem.relay.cli;

import dev.tandem.relay.RelayServer;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.log.Log;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs a relay until the process is told to end, or this thread is interrupted.
@Command(
        name = "serve",
        description = "Runs a relay until the process is told to end.",
        footer =
                "%nMore can be set by the file and the environment: see 'tandem-relay config keys'.",
        mixinStandardHelpOptions = true,
        modelTransformer = ConfigOptions.class)
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        RelayConfig config = ConfigOptions.read(spec).config();
        Log.set(config.log());
        try (RelayServer relay = RelayServer.start(config);
                Farewell _ = Farewell.of(relay)) {
            Hangup.then(relay::reload);
            spec.commandLine().getOut().println("tandem-relay ready " + relay.address());
            new CountDownLatch(1).await();
        } catch (RelayStartFailure e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            // Told to end.
        }
        return ExitCode.OK;
    }
}
