package dev.tandem.relay.cli;

import dev.tandem.relay.RelayServer;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.config.ConfigProblem;
import dev.tandem.relay.config.RelayConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs a relay until the process is told to end.
@Command(
        name = "serve",
        description = "Runs a relay until the process is told to end.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

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
    public Integer call() throws InterruptedException {
        RelayConfig config = config();
        RelayServer relay;
        try {
            relay = RelayServer.start(config);
        } catch (RelayStartFailure e) {
            System.err.println(e.getMessage());
            return Main.FAILED;
        }
        closeAtEnd(relay);
        System.out.println("tandem-relay ready " + relay.address());
        System.out.flush();
        new CountDownLatch(1).await();
        return Main.FINE;
    }

    private RelayConfig config() {
        try {
            return RelayConfig.defaults(data.folder())
                    .with()
                    .host(host)
                    .port(port)
                    .interviewerGrace(interviewerGrace)
                    .roomSize(roomSize)
                    .allowedOrigins(allowedOrigins)
                    .openHost(openHost)
                    .openHostAnywhere(openHostAnywhere)
                    .build();
        } catch (ConfigProblem e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /// A signal ends the process through this hook; halting makes that the exit code of a relay
    /// that was asked to go is 0.
    private static void closeAtEnd(RelayServer relay) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("tandem-shutdown")
                                .unstarted(() -> {
                                    LOG.info("Going down.");
                                    relay.close();
                                    Runtime.getRuntime().halt(Main.FINE);
                                }));
    }
}
