package dev.tandem.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.relay.access.AccountProblem;
import dev.tandem.relay.access.Accounts;
import dev.tandem.relay.access.Passwords;
import dev.tandem.relay.config.RelayConfig;
import dev.tandem.relay.config.RelayConfigBuilder;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.DatabaseFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// A real relay in this process, on a free loopback port and a folder of its own, with a client for
/// its HTTP API. Anyone on this computer may make sessions.
public final class TestRelay implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RelayConfig config;
    private RelayServer server;

    private TestRelay(RelayConfig config) throws RelayStartFailure {
        this.config = config;
        this.server = RelayServer.start(config);
    }

    public static TestRelay start(Path folder) throws RelayStartFailure {
        return start(folder, options -> options);
    }

    public static TestRelay start(Path folder, UnaryOperator<RelayConfigBuilder> options)
            throws RelayStartFailure {
        RelayConfigBuilder open =
                RelayConfig.defaults(folder)
                        .with()
                        .port(0)
                        .openHost(true)
                        .set("access.password-time", "1ms")
                        .set("runs.on", "false"); // few tests need to know what is installed
        return new TestRelay(options.apply(open).build());
    }

    /// Makes an interviewer's account in a folder that no relay uses yet.
    public static void addAccount(Path folder, String email, String password) {
        try (Database database = Database.open(folder)) {
            new Accounts(database, Passwords.of(database)).add(email, "Ada", password);
        } catch (DatabaseFailure | AccountProblem e) {
            throw new AssertionError(e);
        }
    }

    /// Goes down in good order and comes up again on the same folder and the same port.
    public void restart() throws RelayStartFailure {
        int port = address().getPort();
        server.close();
        server = RelayServer.start(config.with().port(port).build());
    }

    /// `http://HOST:PORT`.
    public URI address() {
        return server.address();
    }

    /// The key of the relay's own computer.
    public String localKey() {
        return server.localKey();
    }

    public CreatedSession createSession() {
        return createSession(new CreateSession("Test", "java"));
    }

    public CreatedSession createSession(CreateSession create) {
        try {
            return ApiCodec.readCreatedSession(
                    send("POST", "/api/v1/sessions", null, ApiCodec.write(create)).body());
        } catch (BadMessage e) {
            throw new AssertionError(e);
        }
    }

    public TestClient connect() {
        return TestClient.connect(address());
    }

    public HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, null);
    }

    /// The body of an answer, which may be no text.
    public byte[] getBytes(String path, String token) {
        return send(
                        HttpRequest.newBuilder(address().resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    /// Sends a session's file to be taken in.
    public HttpResponse<String> sendFile(byte[] file) {
        return send(
                HttpRequest.newBuilder(address().resolve("/api/v1/sessions/import"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(file))
                        .build());
    }

    /// Sends a request, with a bearer token and a JSON body where they are not null.
    public HttpResponse<String> send(String method, String path, String token, String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address().resolve(path))
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
