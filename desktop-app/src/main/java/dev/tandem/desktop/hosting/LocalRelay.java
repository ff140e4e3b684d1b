package dev.tandem.desktop.hosting;

import dev.tandem.protocol.api.InviteLink;
import dev.tandem.relay.RelayServer;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.config.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A relay inside this application, on which whoever sits at this computer may host interviews. It
/// lasts until it is closed, with the application at the latest. Any thread.
public final class LocalRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRelay.class);
    private static final String THIS_COMPUTER = "127.0.0.1";
    private static final int ANY_PORT = 0;

    /// Who can join.
    public enum Reach {
        /// Whoever sits at this computer.
        THIS_COMPUTER,
        /// Whoever is in one network with it. Interviews can still be made here only.
        NETWORK
    }

    private final RelayServer server;

    private LocalRelay(RelayServer server) {
        this.server = server;
    }

    /// Starts one, off the calling thread. The future does not fail.
    ///
    /// @param data everything that lasts goes there; one relay at a time
    public static CompletableFuture<Answer<LocalRelay>> start(Path data, Reach reach) {
        return CompletableFuture.supplyAsync(
                () -> tryToStart(data, reach), task -> Thread.ofVirtual().start(task));
    }

    private static Answer<LocalRelay> tryToStart(Path data, Reach reach) {
        try {
            return new Answer.Given<>(new LocalRelay(onUsualPort(config(data, reach))));
        } catch (RelayStartFailure e) {
            LOG.warn("the relay did not start", e);
            return new Answer.Failed<>(null, String.valueOf(e.getMessage()));
        }
    }

    // Links are shorter on the usual port; if it is taken, any other will do.
    private static RelayServer onUsualPort(RelayConfig config) throws RelayStartFailure {
        try {
            return RelayServer.start(config.with().port(InviteLink.DEFAULT_PORT).build());
        } catch (RelayStartFailure e) {
            LOG.debug("not on the usual port", e);
            return RelayServer.start(config);
        }
    }

    private static RelayConfig config(Path data, Reach reach) {
        return switch (reach) {
            case THIS_COMPUTER ->
                    RelayConfig.defaults(data)
                            .with()
                            .host(THIS_COMPUTER)
                            .port(ANY_PORT)
                            .openHost(true)
                            .build();
            case NETWORK ->
                    RelayConfig.defaults(data)
                            .with()
                            .host("0.0.0.0")
                            .port(ANY_PORT)
                            .openHost(true)
                            .openHostAnywhere(true)
                            .build();
        };
    }

    /// Where it is for this computer. The invite links that it makes lead others to it.
    public RelayAddress address() {
        URI address = server.address();
        return new RelayAddress(THIS_COMPUTER, address.getPort(), false);
    }

    /// Stands in for a log-in to what was hosted on this computer. Whoever has it is in this
    /// application.
    public String key() {
        return Objects.requireNonNull(server.localKey(), "it is open to this computer");
    }

    /// Sends everyone away and finishes what is being written.
    @Override
    public void close() {
        server.close();
    }
}
