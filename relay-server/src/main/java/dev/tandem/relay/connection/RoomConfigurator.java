package dev.tandem.relay.connection;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.glassfish.tyrus.spi.UpgradeResponse;

/// Hands the endpoint the line that the gate let in.
final class RoomConfigurator extends ServerEndpointConfig.Configurator {
    static final String LINE = "line";

    private static final int FORBIDDEN = 403;

    private final Connections connections;
    private final Gate gate;

    RoomConfigurator(Connections connections, Gate gate) {
        this.connections = connections;
        this.gate = gate;
    }

    /// The gate has looked at it.
    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }

    @Override
    public void modifyHandshake(
            ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        List<String> ids = request.getHeaders().getOrDefault(Gate.LINE_HEADER, List.of());
        Line line = ids.isEmpty() ? null : gate.take(ids.getFirst());
        if (line == null) {
            ((UpgradeResponse) response).setStatus(FORBIDDEN);
        } else {
            config.getUserProperties().put(LINE, line);
        }
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(new RoomEndpoint(connections));
    }
}
