package dev.tandem.relay;

import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.connection.Connections;
import dev.tandem.relay.tls.Tls;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.jspecify.annotations.Nullable;

/// The one port of a relay, on which WebSocket and HTTP are served. Every request has a virtual
/// thread, so that waiting for a database, a password's hash or a busy room holds up nobody else.
final class WebServer implements AutoCloseable {
    private static final int GRACE_SECONDS = 2;
    private static final int READ_AT_ONCE = 8 * 1024;
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final HttpServer http = new HttpServer();
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("relay-io-", 0).factory());
    private final InetAddress address;
    private final NetworkListener listener;

    /// @param tls what it speaks; null for plain HTTP
    /// @throws RelayStartFailure if the host has no address
    WebServer(RelayConfig config, @Nullable Tls tls) throws RelayStartFailure {
        GrizzlyLog.quieten();
        address = address(config.host());
        listener = new NetworkListener("relay", config.host(), config.port());
        listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
        listener.getTransport().setWorkerThreadPool(workers);
        // Each read on a new thread gets a buffer of this size, filled with zeros.
        listener.getTransport().setReadBufferSize(READ_AT_ONCE);
        // Grizzly counts this for WebSockets too; what is silent there is noticed before.
        listener.getKeepAlive()
                .setIdleTimeoutInSeconds(
                        Math.toIntExact(config.connections().silence().toSeconds() + 15));
        if (tls != null) {
            listener.setSecure(true);
            listener.setSSLEngineConfig(
                    new SSLEngineConfigurator(tls.context(), false, false, false)
                            .setEnabledProtocols(PROTOCOLS));
        }
        http.addListener(listener);
    }

    private static InetAddress address(String host) throws RelayStartFailure {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RelayStartFailure(
                    "There is no address for the host " + host + "; name another with --host.", e);
        }
    }

    void start(Connections connections, HttpHandler handler) throws RelayStartFailure {
        try {
            connections.addTo(listener);
            http.getServerConfiguration().setDefaultQueryEncoding(StandardCharsets.UTF_8);
            http.getServerConfiguration().addHttpHandler(handler, "/");
            http.start();
        } catch (IOException e) {
            close();
            throw new RelayStartFailure(
                    "The relay cannot listen on %s:%d (%s); name another port with --port, or 0 for a free one."
                            .formatted(listener.getHost(), listener.getPort(), e.getMessage()),
                    e);
        } catch (DeploymentException e) {
            throw new IllegalStateException("the endpoint is wrong", e);
        }
    }

    InetAddress address() {
        return address;
    }

    /// The port that is listened on, once it is.
    int port() {
        return listener.getPort();
    }

    URI uri() {
        String host = listener.getHost();
        return URI.create(
                "%s://%s:%d"
                        .formatted(
                                listener.isSecure() ? "https" : "http",
                                host.contains(":") ? "[" + host + "]" : host,
                                port()));
    }

    /// Lets what is under way come to an end, for a moment.
    @Override
    public void close() {
        try {
            http.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).get(2 * GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            http.shutdownNow();
        } catch (InterruptedException e) {
            http.shutdownNow();
            Thread.currentThread().interrupt();
        }
        workers.shutdown();
    }
}
