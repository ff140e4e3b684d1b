package dev.tandem.relay.http;

import dev.tandem.relay.access.Access;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.config.MetricsConfig;
import dev.tandem.relay.history.Digests;
import dev.tandem.relay.history.Exports;
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
        FeedbackCalls feedback =
                new FeedbackCalls(
                        callers, access.doors(), rooms, database.feedbacks(), database.audit());
        Call look = new InviteLookCall(access.doors());
        InviteCalls inviteCalls = new InviteCalls(callers, database.sessions(), invites);
        Exports exports =
                new Exports(database.sessionLog(), database.signer(), database.feedbacks());
        SessionCalls sessions =
                new SessionCalls(
                        callers,
                        database.sessions(),
                        digests,
                        database.sessionLog(),
                        exports,
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
                                List.of(Route.of("POST", PREFIX + "/invite", look)),
                                sessions.routes(PREFIX),
                                feedback.routes(PREFIX),
                                inviteCalls.routes(PREFIX))
                        .flatMap(List::stream)
                        .toList(),
                settings);
    }
}
