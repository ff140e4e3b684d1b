package dev.tandem.relay.http;

import dev.tandem.protocol.api.Health;
import dev.tandem.protocol.api.Health.State;
import dev.tandem.protocol.wire.ApiCodec;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// How the relay is. `live` says that it runs, `ready` that it can serve.
///
/// @param database whether the database answers
record HealthCalls(BooleanSupplier database) {
    private static final int UNAVAILABLE = 503;

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/health/live", _ -> Answer.ok(ApiCodec.write(health()))),
                Route.of("GET", "/health/ready", _ -> ready(health())));
    }

    private Health health() {
        return new Health(
                Map.of(
                        "database",
                        database.getAsBoolean() ? State.UP : State.DOWN,
                        "sandbox",
                        State.MISSING));
    }

    private static Answer ready(Health health) {
        return Answer.json(health.isUp() ? 200 : UNAVAILABLE, ApiCodec.write(health));
    }
}
