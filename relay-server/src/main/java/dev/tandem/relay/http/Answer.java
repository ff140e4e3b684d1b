package dev.tandem.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.wire.ApiCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.util.Map;

/// What is answered to a request.
///
/// @param content what is said; empty for nothing
record Answer(int status, String contentType, Content content, Map<String, String> headers) {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /// What is said.
    sealed interface Content {}

    /// A text that is there as a whole.
    record Whole(String text) implements Content {}

    /// Something that is made while it is sent, since it may be long.
    @FunctionalInterface
    non-sealed interface Streamed extends Content {
        void writeTo(OutputStream out) throws IOException;
    }

    Answer(int status, String contentType, String text, Map<String, String> headers) {
        this(status, contentType, new Whole(text), headers);
    }

    /// A file to keep.
    static Answer download(String contentType, String fileName, Streamed content) {
        String name = URLEncoder.encode(fileName, UTF_8).replace("+", "%20");
        return new Answer(
                200,
                contentType,
                content,
                Map.of("Content-Disposition", "attachment; filename*=UTF-8''" + name));
    }

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
            case UNAUTHORIZED, OTP_REQUIRED, OTP_INVALID -> Map.of("WWW-Authenticate", "Bearer");
            case RATE_LIMITED ->
                    problem.facts().get("retryAfterMs") instanceof Long ms
                            ? Map.of("Retry-After", Long.toString(Math.ceilDiv(ms, 1_000)))
                            : Map.of();
            case BAD_MESSAGE,
                    BAD_FILE,
                    SESSION_EXISTS,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    SESSION_ENDED,
                    NOT_ACTIVE,
                    NOT_ENDED,
                    TOTP_ON,
                    TOTP_OFF,
                    FEEDBACK_CHANGED,
                    CONTENT_TOO_LARGE,
                    DOCUMENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL ->
                    Map.of();
        };
    }
}
