package dev.tandem.relay.bench;

import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Opens sessions on a relay that lets anyone on this computer do that.
final class Host implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI relay;

    Host(URI relay) {
        this.relay = relay;
    }

    CreatedSession open(String title) throws BenchFailure, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(relay.resolve("/api/v1/sessions"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        ApiCodec.write(new CreateSession(title, "java"))))
                        .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new BenchFailure("No relay answers at %s (%s).".formatted(relay, e.getMessage()));
        } catch (BadMessage e) {
            throw new BenchFailure("What answers at %s is no relay.".formatted(relay));
        }
    }

    private CreatedSession read(HttpResponse<String> response) throws BenchFailure, BadMessage {
        return switch (response.statusCode()) {
            case CREATED -> ApiCodec.readCreatedSession(response.body());
            case UNAUTHORIZED ->
                    throw new BenchFailure(
                            "The relay at %s opens no sessions for this computer; start it with --open-host."
                                    .formatted(relay));
            default ->
                    throw new BenchFailure(
                            "The relay at %s opened no session: HTTP %d."
                                    .formatted(relay, response.statusCode()));
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
