package dev.tandem.relay.http;

import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.Doors;
import dev.tandem.relay.access.Doors.Look;
import java.util.Map;

/// Tells who has a code what it leads to, so that they know what is recorded before they come in.
/// What it denies it denies as a join does, and it counts as one that failed.
record InviteLookCall(Doors doors) implements Call {
    @Override
    public Answer answer(ApiRequest request) throws BadMessage {
        return switch (doors.look(ApiCodec.readCode(request.json()), request.remoteAddress())) {
            case Look.Known(InviteDetails details) -> Answer.ok(ApiCodec.write(details));
            case Look.Denied(var reason) ->
                    throw switch (reason) {
                        case INVALID ->
                                new HttpProblem(
                                        ProblemCode.UNAUTHORIZED,
                                        "This code is not valid, or not any more.");
                        case REVOKED ->
                                new HttpProblem(
                                        ProblemCode.FORBIDDEN,
                                        "This code was taken back; ask for a new one.");
                        case TOO_MANY_ATTEMPTS ->
                                new HttpProblem(
                                        new Problem(
                                                ProblemCode.RATE_LIMITED,
                                                "There were too many attempts; try again in a"
                                                        + " minute.",
                                                Map.of("retryAfterMs", 60_000L)));
                    };
        };
    }
}
