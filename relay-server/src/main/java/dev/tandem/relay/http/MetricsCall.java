package dev.tandem.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.relay.config.MetricsConfig;
import dev.tandem.relay.config.Secret;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What is measured, for those who may read it.
///
/// @param text all of it, in Prometheus' text format
record MetricsCall(MetricsConfig config, Supplier<String> text) implements Call {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    List<Route> routes() {
        return List.of(Route.of("GET", "/metrics", this));
    }

    @Override
    public Answer answer(ApiRequest request) {
        if (!isOpenTo(request)) {
            throw request.bearer().isPresent()
                    ? HttpProblem.unauthorized()
                    : new HttpProblem(
                            ProblemCode.FORBIDDEN,
                            "The metrics are not for you; the relay's operator can open them"
                                    + " (metrics.readers, metrics.token).");
        }
        return new Answer(200, TYPE, text.get(), Map.of());
    }

    private boolean isOpenTo(ApiRequest request) {
        return switch (config.readers()) {
                    case NOBODY -> false;
                    case LOOPBACK -> request.isFromHere();
                    case ANYONE -> true;
                }
                || hasToken(request);
    }

    private boolean hasToken(ApiRequest request) {
        Secret token = config.token();
        return token != null
                && request.bearer()
                        .filter(given ->
                                MessageDigest.isEqual(
                                        given.getBytes(UTF_8), token.value().getBytes(UTF_8)))
                        .isPresent();
    }
}
