package dev.tandem.desktop.hosting;

import dev.tandem.desktop.connection.Unreachable;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Requests to one relay, and what becomes of them. Any thread.
final class HttpCalls {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /// Reads what a relay answers when it did what was asked.
    interface Reader<T> {
        T read(String body) throws BadMessage;
    }

    private final RelayAddress relay;
    private final HttpClient client;

    /// Over a client that trusts whom this computer trusts.
    HttpCalls(RelayAddress relay) {
        this(relay, CLIENT);
    }

    HttpCalls(RelayAddress relay, HttpClient client) {
        this.relay = relay;
        this.client = client;
    }

    <T> CompletableFuture<Answer<T>> send(
            String method,
            String path,
            @Nullable String bearer,
            @Nullable String body,
            Reader<T> reader) {
        URI address = relay.api(path);
        return client.sendAsync(request(method, address, bearer, body), BodyHandlers.ofString())
                .handle((response, failure) ->
                        failure == null
                                ? read(address, response, reader)
                                : unreachable(address, failure));
    }

    private static HttpRequest request(
            String method, URI address, @Nullable String bearer, @Nullable String body) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, content);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    private static <T> Answer<T> read(
            URI address, HttpResponse<String> response, Reader<T> reader) {
        try {
            if (response.statusCode() / 100 == 2) {
                return new Answer.Given<>(reader.read(response.body()));
            }
            Problem problem = ApiCodec.readProblem(response.body());
            return new Answer.Failed<>(problem.code(), problem.detail());
        } catch (BadMessage e) {
            LOG.info("{} answered {}: {}", address, response.statusCode(), e.getMessage());
            return new Answer.Failed<>(null, Unreachable.notARelay(address));
        }
    }

    private static <T> Answer<T> unreachable(URI address, Throwable failure) {
        LOG.info("no answer from {}: {}", address, failure.toString());
        return new Answer.Failed<>(null, Unreachable.sentence(address, failure));
    }
}
