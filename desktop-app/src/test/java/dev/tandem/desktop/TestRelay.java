package dev.tandem.desktop;

import dev.tandem.desktop.demo.Cable;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.CreateSession;
import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.api.SessionDetails;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Role;
import dev.tandem.relay.RelayServer;
import dev.tandem.relay.RelayStartFailure;
import dev.tandem.relay.config.RelayConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// A real relay on a free port of the loopback interface, with one session.
public final class TestRelay implements AutoCloseable {
    private final RelayServer server;
    private final RelayAddress address;
    private final CreatedSession session;

    public TestRelay(Path data) throws RelayStartFailure {
        this(data, false);
    }

    /// @param runs whether it runs code, where the computer has what is needed
    public TestRelay(Path data, boolean runs) throws RelayStartFailure {
        server =
                RelayServer.start(
                        RelayConfig.defaults(data)
                                .with()
                                .port(0)
                                .openHost(true)
                                .set("runs.on", runs ? "true" : "false")
                                .build());
        address = new RelayAddress("127.0.0.1", server.address().getPort(), false);
        session = given(api().create(new CreateSession("A talk", "python"), null).join());
    }

    public RelayAddress address() {
        return address;
    }

    public URI room() {
        return address.room();
    }

    public RelayApi api() {
        return new RelayApi(address);
    }

    public CreatedSession session() {
        return session;
    }

    /// The session as the relay has it.
    public SessionDetails details() {
        return given(api().session(session.id(), session.hostToken()).join());
    }

    /// The log, as the relay gives it over HTTP.
    public String log() {
        URI events =
                URI.create(
                        "http://127.0.0.1:%d/api/v1/sessions/%s/events"
                                .formatted(address.port(), session.id()));
        HttpRequest request =
                HttpRequest.newBuilder(events)
                        .header("Authorization", "Bearer " + session.hostToken())
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.sendAsync(request, BodyHandlers.ofString()).join().body();
        }
    }

    /// A way to the relay that can be cut.
    public Cable cable() {
        return new Cable(address.port());
    }

    public JoinRoom host(String name) {
        return new JoinRoom.ByHostToken(session.hostToken(), name);
    }

    public JoinRoom guest(Role role, String name) {
        return new JoinRoom.ByCode(session.invite(role).code().format(), name, null);
    }

    @Override
    public void close() {
        server.close();
    }

    public static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Failed<T> failed -> throw new AssertionError(failed.sentence());
        };
    }
}
