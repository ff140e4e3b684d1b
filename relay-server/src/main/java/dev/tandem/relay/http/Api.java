package dev.tandem.relay.http;

import dev.tandem.relay.access.Access;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.config.MetricsConfig;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.history.Imports;
import dev.tandem.relay.metrics.Metrics;
import dev.tandem.relay.room.RoomRegistry;
import dev.tandem.relay.sessionlog.Database;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpHandler;

/// The HTTP API, put together.
public final class Api {
    private static final String PREFIX = "/api/v1";

    private Api() {}

    public static HttpHandler handler(
            HttpSettings settings,
            Database database,
            Access access,
            RoomRegistry rooms,
            Digests digests,
            CodeRunner runner,
            RelayAddress address,
            MetricsConfig metricsConfig,
            Metrics metrics) {
        Callers callers =
                new Callers(
                        access.loginTokens(),
                        access.doors(),
                        database.sessions(),
                        settings.localKey());
        Invites invites = new Invites(address, settings);
        Call create =
                new CreateCall(
                        callers, access.passwords(), database.sessions(), rooms, invites, settings);
        Call take = new ImportCall(callers, new Imports(database), settings);
        InviteCalls inviteCalls = new InviteCalls(callers, database.sessions(), invites);
        SessionCalls sessions =
                new SessionCalls(
                        callers,
                        database.sessions(),
                        digests,
                        database.sessionLog(),
                        database.signer(),
                        database.audit(),
                        rooms);
        return new Router(
                Stream.of(
                                new HealthCalls(database::isUp, runner::state).routes(),
                                new MetricsCall(metricsConfig, metrics::text).routes(),
                                new AccountCalls(callers, access).routes(PREFIX),
                                List.of(
                                        Route.of("POST", PREFIX + "/sessions", create),
                                        Route.of("POST", PREFIX + "/sessions/import", take)),
                                sessions.routes(PREFIX),
                                inviteCalls.routes(PREFIX))
                        .flatMap(List::stream)
                        .toList(),
                settings);
    }
}
