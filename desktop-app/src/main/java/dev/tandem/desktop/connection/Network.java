package dev.tandem.desktop.connection;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all connections of the application share: the WebSocket client with its few threads, the
/// one thread on which connections do their own work, the clock and the dice. Any thread.
public final class Network implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    // A snapshot with several long documents and a long chat comes as one message.
    private static final int LONGEST_MESSAGE_BYTES = 16 << 20;

    final Timing timing;
    private final InstantSource clock;
    final RandomGenerator random;
    private final Trust trust;
    private final HttpClient http;
    private final ClientManager client;
    private final ScheduledThreadPoolExecutor thread;

    public Network() {
        this(new Trust(KnownRelays.ofProcess()));
    }

    public Network(Trust trust) {
        this(Timing.USUAL, InstantSource.system(), RandomGenerator.getDefault(), trust);
    }

    public Network(Timing timing, InstantSource clock, RandomGenerator random) {
        this(timing, clock, random, new Trust(KnownRelays.ofProcess()));
    }

    private Network(Timing timing, InstantSource clock, RandomGenerator random, Trust trust) {
        this.timing = timing;
        this.clock = clock;
        this.random = random;
        this.trust = trust;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timing.openWithin())
                        .sslContext(trust.context())
                        .build();
        client = client(timing);
        thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().name("connection").daemon().factory(),
                        new DiscardPolicy()); // once closed, nobody is interested any more
        thread.setRemoveOnCancelPolicy(true);
    }

    private static ClientManager client(Timing timing) {
        ClientManager client = ClientManager.createClient();
        var properties = client.getProperties();
        properties.put(ClientProperties.SHARED_CONTAINER, true);
        properties.put(ClientProperties.HANDSHAKE_TIMEOUT, (int) timing.openWithin().toMillis());
        properties.put(ClientProperties.INCOMING_BUFFER_SIZE, LONGEST_MESSAGE_BYTES);
        properties.put(GrizzlyClientProperties.WORKER_THREAD_POOL_CONFIG, threads("websocket", 2));
        properties.put(
                GrizzlyClientProperties.SELECTOR_THREAD_POOL_CONFIG,
                threads("websocket-selector", 1));
        return client;
    }

    private static ThreadPoolConfig threads(String name, int number) {
        return ThreadPoolConfig.defaultConfig()
                .setPoolName(name)
                .setCorePoolSize(number)
                .setMaxPoolSize(number)
                .setDaemon(true);
    }

    /// Opens a WebSocket, and returns when it is open.
    void connect(Endpoint endpoint, URI room) throws DeploymentException, IOException {
        ClientEndpointConfig config =
                ClientEndpointConfig.Builder.create()
                        .preferredSubprotocols(List.of("tandem.v1"))
                        .configurator(new WithoutOrigin())
                        .sslContext(trust.context())
                        .build();
        client.connectToServer(endpoint, config, room);
    }

    /// Which relays are trusted.
    public Trust trust() {
        return trust;
    }

    /// For requests to relays, which trusts the same ones.
    public HttpClient http() {
        return http;
    }

    /// This computer's clock.
    public InstantSource clock() {
        return clock;
    }

    long now() {
        return clock.millis();
    }

    /// Does `work` on the connections' thread, after everything that was given before.
    void run(Runnable work) {
        thread.execute(guarded(work));
    }

    ScheduledFuture<?> later(Duration delay, Runnable work) {
        return thread.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> every(Duration period, Runnable work) {
        long millis = period.toMillis();
        return thread.scheduleWithFixedDelay(guarded(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("a connection's work failed", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.shutdown();
        http.shutdownNow();
    }

    /// An origin names a web page, and this is none.
    private static final class WithoutOrigin extends ClientEndpointConfig.Configurator {
        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            headers.remove("Origin");
        }
    }
}
