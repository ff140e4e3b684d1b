package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import dev.tandem.relay.metrics.Metrics;
import dev.tandem.relay.room.RoomTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All connections to rooms, and the way in for new ones. Any thread.
public final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int UNAVAILABLE = 503;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final ConnectionSettings settings;
    private final Reception reception;
    private final RoomTime time;
    private final ScheduledExecutorService timer;
    private final ToIntFunction<HttpRequestPacket> verdict;
    private final Counter drops;
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean closing;

    /// @param meters where connections are counted
    /// @param timer looks after the connections; must not be held up
    public Connections(
            ConnectionSettings settings,
            Reception reception,
            RoomTime time,
            ScheduledExecutorService timer,
            MeterRegistry meters) {
        this(settings, reception, time, timer, meters, new Handshakes(settings.allowedOrigins()));
    }

    Connections(
            ConnectionSettings settings,
            Reception reception,
            RoomTime time,
            ScheduledExecutorService timer,
            MeterRegistry meters,
            ToIntFunction<HttpRequestPacket> verdict) {
        this.settings = settings;
        this.reception = reception;
        this.time = time;
        this.timer = timer;
        this.verdict = verdict;
        this.drops =
                Counter.builder("tandem.outbox.drops")
                        .description("Readers that were cut off because they were too slow.")
                        .register(meters);
        Metrics.gauge(
                meters, "tandem.connections", "Connections that are open.", () -> open.size());
    }

    /// Opens the way in on a listener that has not been started.
    public void addTo(NetworkListener listener) throws DeploymentException, IOException {
        Gate gate =
                new Gate(request -> closing ? UNAVAILABLE : verdict.applyAsInt(request), settings);
        RoomContainer container = new RoomContainer(settings.messageBytes());
        container.addEndpoint(
                ServerEndpointConfig.Builder.create(RoomEndpoint.class, Handshakes.PATH)
                        .subprotocols(List.of("tandem.v1"))
                        .configurator(new RoomConfigurator(this, gate))
                        .build());
        container.start("/", listener.getPort());
        listener.registerAddOn(new WebSocketAddOn(container, "/"));
        listener.registerAddOn(gate); // puts itself in front of the one before
        var _ =
                timer.scheduleWithFixedDelay(
                        this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Tells everyone that the relay is going away, and lets nobody in any more.
    @Override
    public void close() {
        closing = true;
        open.forEach(connection -> connection.close(CloseCode.GOING_AWAY));
    }

    /// How long a message may be.
    int messageBytes() {
        return settings.messageBytes();
    }

    Connection open(Session session, Line line) {
        Socket socket = new TyrusSocket(session, line, timer);
        Connection connection =
                new Connection(
                        numbers.incrementAndGet(), socket, reception, settings, drops, time::now);
        line.onFault(connection::close);
        open.add(connection);
        return connection;
    }

    void closed(Connection connection) {
        connection.gone();
        open.remove(connection);
    }

    private void tick() {
        long now = System.nanoTime();
        for (Connection connection : open) {
            try {
                connection.tick(now);
            } catch (RuntimeException e) {
                LOG.error("A connection could not be looked after", e);
            }
        }
    }
}
