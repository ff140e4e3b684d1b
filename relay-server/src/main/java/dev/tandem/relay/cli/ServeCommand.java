package dev.tandem.relay.cli;

import dev.tandem.relay.RelayServer;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.config.ConfigProblem;
import dev.tandem.relay.config.RelayConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs a relay until the process is told to end, or this thread is interrupted.
@Command(
        name = "serve",
        description = "Runs a relay until the process is told to end.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = RelayConfig.DEFAULT_HOST,
            description = "The interface to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + RelayConfig.DEFAULT_PORT,
            description = "The port to listen on (${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(
            names = "--interviewer-grace",
            paramLabel = "TIME",
            defaultValue = "120s",
            converter = Durations.class,
            description =
                    "How long an interview waits for an interviewer who was lost"
                            + " (${DEFAULT-VALUE}).")
    private Duration interviewerGrace;

    @Option(
            names = "--waiting-expiry",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = Durations.class,
            description =
                    "How long an interview that was not started waits with nobody in it"
                            + " (${DEFAULT-VALUE}).")
    private Duration waitingExpiry;

    @Option(
            names = "--room-size",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many people a room connects at most (${DEFAULT-VALUE}).")
    private int roomSize;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "A web page's origin that may connect; can be given several times.")
    private Set<String> allowedOrigins = Set.of();

    @Option(
            names = "--open-host",
            description = "Whoever comes over the loopback interface may open a session.")
    private boolean openHost;

    @Option(
            names = "--open-host-anywhere",
            description = "Allows --open-host on a host that others can reach.")
    private boolean openHostAnywhere;

    @Override
    public Integer call() throws CommandFailure {
        try (RelayServer relay = RelayServer.start(config());
                Farewell _ = Farewell.of(relay)) {
            spec.commandLine().getOut().println("tandem-relay ready " + relay.address());
            new CountDownLatch(1).await();
        } catch (RelayStartFailure e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            // Told to end.
        }
        return ExitCode.OK;
    }

    private RelayConfig config() {
        try {
            return RelayConfig.defaults(data.folder())
                    .with()
                    .host(host)
                    .port(port)
                    .interviewerGrace(interviewerGrace)
                    .waitingExpiry(waitingExpiry)
                    .roomSize(roomSize)
                    .allowedOrigins(allowedOrigins)
                    .openHost(openHost)
                    .openHostAnywhere(openHostAnywhere)
                    .build();
        } catch (ConfigProblem e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
