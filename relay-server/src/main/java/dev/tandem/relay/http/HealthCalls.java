package dev.tandem.relay.http;

import dev.tandem.protocol.api.Health;
import dev.tandem.protocol.api.Health.State;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.relay.coderun.sandbox.SandboxState;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How the relay is. `live` says that it runs, `ready` that it can serve.
///
/// @param database whether the database answers
/// @param sandbox whether code can be run
record HealthCalls(BooleanSupplier database, Supplier<SandboxState> sandbox) {
    private static final int UNAVAILABLE = 503;

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/health/live", _ -> Answer.ok(ApiCodec.write(health()))),
                Route.of("GET", "/health/ready", _ -> ready(health())));
    }

    private Health health() {
        SandboxState code = sandbox.get();
        return new Health(
                Map.of(
                        "database",
                        database.getAsBoolean() ? State.UP : State.DOWN,
                        "sandbox",
                        code instanceof SandboxState.None ? State.NONE : State.READY),
                Map.of("sandbox", code.toString()));
    }

    private static Answer ready(Health health) {
        return Answer.json(health.isUp() ? 200 : UNAVAILABLE, ApiCodec.write(health));
    }
}
