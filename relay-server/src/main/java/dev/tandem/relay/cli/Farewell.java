package dev.tandem.relay.cli;

import dev.tandem.relay.RelayServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/// Closes the relay when the process is told to end (SIGTERM, Ctrl-C), and ends it with exit code
/// 0, which a shutdown hook has to do by itself: the JVM's own would be 143.
final class Farewell implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Farewell.class);
    private static final long MOST_MS = 4_500;

    private final RelayServer relay;
    private final Thread hook = new Thread(this::sayIt, "tandem-farewell");

    private Farewell(RelayServer relay) {
        this.relay = relay;
    }

    static Farewell of(RelayServer relay) {
        Farewell farewell = new Farewell(relay);
        Runtime.getRuntime().addShutdownHook(farewell.hook);
        return farewell;
    }

    /// The relay is closed in the ordinary way.
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void sayIt() {
        log.info("Going down");
        Runtime.getRuntime().halt(closesInTime() ? ExitCode.OK : ExitCode.SOFTWARE);
    }

    private boolean closesInTime() {
        try {
            CompletableFuture.runAsync(relay::close).get(MOST_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            log.error("The relay did not close in order ({})", e.getClass().getSimpleName());
            return false;
        }
    }
}
