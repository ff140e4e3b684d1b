package dev.tandem.desktop.hosting;

import dev.tandem.desktop.connection.Unreachable;
import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    /// Takes what a relay answers as it comes.
    interface Taker<T> {
        T take(InputStream body) throws IOException;
    }

    /// Asks for something that may be long. It is taken on a thread of its own.
    <T> CompletableFuture<Answer<T>> download(String path, String bearer, Taker<T> taker) {
        URI address = relay.api(path);
        return client.sendAsync(request("GET", address, bearer, null), BodyHandlers.ofInputStream())
                .handleAsync(
                        (response, failure) ->
                                failure == null
                                        ? take(address, response, taker)
                                        : unreachable(address, failure),
                        task -> Thread.ofVirtual().start(task));
    }

    private static <T> Answer<T> take(
            URI address, HttpResponse<InputStream> response, Taker<T> taker) {
        try (InputStream body = response.body()) {
            return response.statusCode() / 100 == 2
                    ? new Answer.Given<>(taker.take(body))
                    : refused(
                            address,
                            response.statusCode(),
                            new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (Download.NoFile e) {
            LOG.info("what came was not written: {}", String.valueOf(e.getCause()));
            return new Answer.Failed<>(
                    null, "The file cannot be written there; choose another place.");
        } catch (IOException e) {
            return unreachable(address, e);
        }
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
            return response.statusCode() / 100 == 2
                    ? new Answer.Given<>(reader.read(response.body()))
                    : refused(address, response.statusCode(), response.body());
        } catch (BadMessage e) {
            return notUnderstood(address, response.statusCode(), e);
        }
    }

    private static <T> Answer<T> refused(URI address, int status, String body) {
        try {
            Problem problem = ApiCodec.readProblem(body);
            return new Answer.Failed<>(problem.code(), problem.detail());
        } catch (BadMessage e) {
            return notUnderstood(address, status, e);
        }
    }

    private static <T> Answer<T> notUnderstood(URI address, int status, BadMessage e) {
        LOG.info("{} answered {}: {}", address, status, e.getMessage());
        return new Answer.Failed<>(null, Unreachable.notARelay(address));
    }

    private static <T> Answer<T> unreachable(URI address, Throwable failure) {
        LOG.info("no answer from {}: {}", address, failure.toString());
        return new Answer.Failed<>(null, Unreachable.sentence(address, failure));
    }
}
