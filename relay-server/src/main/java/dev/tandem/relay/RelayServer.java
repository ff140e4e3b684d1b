package dev.tandem.relay;

import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.relay.access.Access;
import dev.tandem.relay.access.Secrets;
import dev.tandem.relay.admin.AdminSocket;
import dev.tandem.relay.admin.OrderFailure;
import dev.tandem.relay.audit.AuditReport;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.config.Proxies;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.connection.ConnectionSettings;
import dev.tandem.relay.connection.Connections;
import dev.tandem.relay.connection.Reception;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.http.Api;
import dev.tandem.relay.http.HttpSettings;
import dev.tandem.relay.http.RelayAddress;
import dev.tandem.relay.metrics.Metrics;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.room.RoomSettings;
import dev.tandem.relay.room.RoomTime;
import dev.tandem.relay.room.SystemTime;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import dev.tandem.relay.tls.Tls;
import dev.tandem.relay.tls.TlsFailure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.jspecify.annotations.Nullable;

/// A running relay: its database, its rooms, and the two ways to them, WebSocket and HTTP, on one
/// port. Any thread.
public final class RelayServer implements AutoCloseable {
    /// How often the files of the certificate are looked at, in seconds.
    private static final int CERTIFICATE_S = 10;

    private final RelayConfig config;
    private final Metrics metrics;
    private final Database database;
    private final WebServer web;
    private final @Nullable Tls tls;
    private final ScheduledExecutorService timer;
    private final Access access;
    private final CodeRunner runner;
    private final RoomRegistry rooms;
    private final Digests digests;
    private final @Nullable String localKey;
    private final Connections connections;
    private @Nullable AdminSocket admin;

    private RelayServer(
            RelayConfig config,
            Metrics metrics,
            Database database,
            WebServer web,
            @Nullable Tls tls) {
        this.config = config;
        this.metrics = metrics;
        this.database = database;
        this.web = web;
        this.tls = tls;
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("relay-timer").daemon().factory());
        RoomTime time = new SystemTime(timer);
        access = new Access(database, config, InstantSource.system(), metrics.registry());
        runner = new CodeRunner(config.runs(), metrics.registry());
        rooms =
                new RoomRegistry(
                        database.sessionLog(),
                        roomSettings(config),
                        time,
                        runner,
                        metrics.registry());
        digests = new Digests(database.sessions(), database.sessionLog());
        localKey = config.access().openHost() ? Secrets.newToken() : null;
        Reception reception = new Reception(access.doors(), rooms);
        connections =
                new Connections(
                        connectionSettings(config), reception, time, timer, metrics.registry());
    }

    /// Opens the data folder and serves.
    ///
    /// @throws RelayStartFailure if the folder, the host or the port cannot be used
    public static RelayServer start(RelayConfig config) throws RelayStartFailure {
        Tls tls = tls(config);
        Metrics metrics = new Metrics();
        WebServer web = new WebServer(config, tls);
        RelayServer relay = new RelayServer(config, metrics, open(config, metrics), web, tls);
        try {
            relay.serve();
        } catch (RelayStartFailure | RuntimeException e) {
            relay.close();
            throw e;
        }
        return relay;
    }

    private static @Nullable Tls tls(RelayConfig config) throws RelayStartFailure {
        try {
            return config.tls().isOn() ? new Tls(config.tls()) : null;
        } catch (TlsFailure e) {
            throw new RelayStartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static Database open(RelayConfig config, Metrics metrics) throws RelayStartFailure {
        try {
            return Database.open(config.data(), config.storage().durability(), metrics.registry());
        } catch (DatabaseFailure e) {
            throw new RelayStartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private void serve() throws RelayStartFailure {
        Stream.of(SessionStatus.WAITING, SessionStatus.ACTIVE)
                .flatMap(status -> database.sessions().withStatus(status).stream())
                .forEach(rooms::watch);
        housekeeping().begin(timer);
        runner.begin(rooms::tellRunner);
        if (tls != null) {
            var _ =
                    timer.scheduleWithFixedDelay(
                            tls::reloadIfChanged, CERTIFICATE_S, CERTIFICATE_S, TimeUnit.SECONDS);
        }
        admin =
                AdminSocket.open(
                        config.data(),
                        Map.of(
                                "backup",
                                this::backup,
                                "health",
                                _ -> health(),
                                AuditReport.ORDER,
                                this::audit));
        web.start(connections, api());
    }

    private Housekeeping housekeeping() {
        Duration kept = config.storage().keepSessions();
        return new Housekeeping(
                database,
                access,
                digests,
                config.storage().keepAudit(),
                kept == null
                        ? null
                        : new Retention(kept, database.sessions(), rooms, InstantSource.system()));
    }

    private String backup(String file) throws OrderFailure {
        try {
            database.backup(Path.of(file));
            return "";
        } catch (DatabaseFailure e) {
            throw new OrderFailure(e.getMessage());
        }
    }

    private String health() throws OrderFailure {
        if (database.isUp()) {
            return "";
        }
        throw new OrderFailure("The relay runs, and its database cannot be used.");
    }

    private String audit(String order) {
        return AuditReport.parse(order).of(database);
    }

    private HttpHandler api() {
        return Api.handler(
                new HttpSettings(
                        config.access().openHost(),
                        localKey,
                        config.access().inviteExpiry(),
                        Proxies.of(config.access().trustedProxies()),
                        config.limits().message(),
                        InstantSource.system()),
                database,
                access,
                rooms,
                digests,
                runner,
                new RelayAddress(web.address(), web::port, config.tls().isOn()),
                config.metrics(),
                metrics);
    }

    /// Reads anew what can change while it runs: the certificate.
    public void reload() {
        if (tls != null) {
            tls.reload();
        }
    }

    /// Where it serves: `http://HOST:PORT` or `https://HOST:PORT`.
    public URI address() {
        return web.uri();
    }

    /// Whoever runs a relay that is open to its own computer has this key, and nobody else: in
    /// place of a log-in it lists and opens, over the loopback interface, the sessions that were
    /// made without an account. It lasts as long as this object. Null where the relay is not open.
    public @Nullable String localKey() {
        return localKey;
    }

    /// Closes every connection with 1001, finishes what is being written, and lets go of the port
    /// and the data folder.
    @Override
    public void close() {
        AdminSocket taking = admin;
        if (taking != null) {
            taking.close();
        }
        rooms.close();
        runner.close();
        connections.close();
        web.close();
        timer.shutdownNow();
        digests.close();
        housekeeping().end();
        database.close();
        metrics.close();
    }

    static RoomSettings roomSettings(RelayConfig config) {
        return new RoomSettings(
                config.limits().participantsPerRoom(),
                config.rooms().interviewerGrace(),
                config.rooms().waitingExpiry(),
                RoomSettings.CHECK_INTERVAL,
                config.limits().commandsWaiting(),
                config.limits().chatMessagesPerSecond(),
                config.limits().chatMessageBurst(),
                config.limits().runsPerSecond(),
                config.limits().runBurst(),
                config.limits().passingMessagesPerSecond(),
                config.storage().keepSessions());
    }

    static ConnectionSettings connectionSettings(RelayConfig config) {
        return new ConnectionSettings(
                config.access().allowedOrigins(),
                Proxies.of(config.access().trustedProxies()),
                config.limits().connectionsPerAddress(),
                config.connections().heartbeat(),
                config.connections().silence(),
                config.connections().joinTimeout(),
                config.limits().message().toInt(),
                config.limits().badMessagesPerMinute(),
                config.limits().readerBacklog().toInt(),
                config.connections().readerTimeout());
    }
}
