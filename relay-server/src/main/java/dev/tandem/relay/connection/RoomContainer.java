package dev.tandem.relay.connection;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/// Tyrus without a server of its own: it is a guest on the relay's listener.
final class RoomContainer extends TyrusServerContainer {
    /// What may have been read together with the end of a message.
    private static final int MORE_BYTES = 3 << 20;

    private final TyrusWebSocketEngine engine;
    private final Map<String, Object> properties = new HashMap<>();

    RoomContainer(int messageBytes) {
        super((Set<Class<?>>) null);
        engine =
                TyrusWebSocketEngine.builder(this)
                        .incomingBufferSize(messageBytes + MORE_BYTES)
                        .build();
    }

    @Override
    public void register(Class<?> endpoint) throws DeploymentException {
        engine.register(endpoint, "/");
    }

    @Override
    public void register(ServerEndpointConfig endpoint) throws DeploymentException {
        engine.register(endpoint, "/");
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
        return engine;
    }

    @Override
    public Map<String, Object> getProperties() {
        return properties;
    }
}
