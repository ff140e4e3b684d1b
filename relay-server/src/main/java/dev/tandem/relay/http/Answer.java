package dev.tandem.relay.http;

import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.wire.ApiCodec;
import java.util.Map;

/// What is answered to a request.
///
/// @param body JSON; empty for none
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static Answer ok(String json) {
        return json(200, json);
    }

    static Answer created(String json) {
        return json(201, json);
    }

    static Answer json(int status, String json) {
        return new Answer(status, JSON, json, Map.of());
    }

    static Answer noContent() {
        return json(204, "");
    }

    static Answer problem(Problem problem) {
        return new Answer(
                problem.code().status(), PROBLEM, ApiCodec.write(problem), headers(problem));
    }

    private static Map<String, String> headers(Problem problem) {
        return switch (problem.code()) {
            case UNAUTHORIZED -> Map.of("WWW-Authenticate", "Bearer");
            case RATE_LIMITED ->
                    problem.facts().get("retryAfterMs") instanceof Long ms
                            ? Map.of("Retry-After", Long.toString(Math.ceilDiv(ms, 1_000)))
                            : Map.of();
            case BAD_MESSAGE,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    SESSION_ENDED,
                    NOT_ACTIVE,
                    NOT_ENDED,
                    CONTENT_TOO_LARGE,
                    DOCUMENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL ->
                    Map.of();
        };
    }
}
