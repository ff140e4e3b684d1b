package dev.tandem.relay.connection;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay's end of one WebSocket, as Tyrus wants it: public, since it is called by reflection.
/// Tyrus calls it from one thread at a time.
public final class RoomEndpoint extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RoomEndpoint.class);

    private final Connections connections;
    private @Nullable Connection connection;

    RoomEndpoint(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Line line =
                (Line)
                        Objects.requireNonNull(
                                session.getUserProperties().get(RoomConfigurator.LINE));
        Connection opened = connections.open(session, line);
        connection = opened;
        // Above what a message may have, which is seen to before it comes here.
        session.setMaxTextMessageBufferSize(2 * connections.messageBytes());
        session.setMaxBinaryMessageBufferSize(2 * connections.messageBytes());
        // Silence is noticed by the heartbeat. With 0, its default, Tyrus 2.2.2 sets up a timer of
        // no milliseconds with every message.
        session.setMaxIdleTimeout(-1);
        session.addMessageHandler(String.class, opened::received);
        session.addMessageHandler(ByteBuffer.class, _ -> opened.receivedBinary());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (connection != null) {
            connections.closed(connection);
        }
    }

    /// Tyrus closes what cannot go on; what the other side did wrong is not the relay's trouble.
    @Override
    public void onError(Session session, Throwable error) {
        LOG.debug("A connection failed: {}", error.toString());
    }
}
