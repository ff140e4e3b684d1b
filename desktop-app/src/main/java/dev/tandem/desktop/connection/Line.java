package dev.tandem.desktop.connection;

import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket, from the attempt to open it to its end. What is said on one that is over is lost:
/// it can never reach the relay by the next one. [#send] may be called by any thread; everything
/// else happens on the [Network]'s.
public final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /// Who is told what happens, on the [Network]'s thread. Nothing is told of a line that was
    /// dropped.
    interface Owner {
        void opened(Line line);

        void received(Line line, ServerMessage message);

        void failed(Line line, Throwable why);

        void closed(Line line, int code);
    }

    private final Network network;
    private final Owner owner;
    private @Nullable ScheduledFuture<?> patience;
    private @Nullable Session session;
    private boolean over;

    Line(Network network, Owner owner) {
        this.network = network;
        this.owner = owner;
    }

    void open(URI room, Duration within) {
        Thread.ofVirtual().start(() -> connect(room));
        patience = network.later(within, this::giveUp);
    }

    private void connect(URI room) {
        try {
            network.connect(new Frames(), room);
        } catch (DeploymentException | IOException | RuntimeException e) {
            network.run(() -> fail(e));
        }
    }

    private void giveUp() {
        if (session == null) {
            fail(new TimeoutException());
        }
    }

    private void fail(Throwable why) {
        if (!over) {
            over = true;
            stopWaiting();
            owner.failed(this, why);
        }
    }

    /// Says `message`, after everything that was said before.
    public void send(ClientMessage message) {
        network.run(() -> transmit(message));
    }

    private void transmit(ClientMessage message) {
        if (over || session == null) {
            return;
        }
        String text = MessageCodec.write(message);
        try {
            session.getAsyncRemote().sendText(text, Line::sent);
        } catch (RuntimeException e) { // Tyrus knows first when a line is closed
            LOG.debug("a message was not sent", e);
        }
    }

    // A line that takes nothing more is closed, and its owner told of that.
    private static void sent(SendResult result) {
        if (!result.isOK()) {
            LOG.debug("a message was not sent", result.getException());
        }
    }

    /// Ends the line without another word to its owner.
    void drop() {
        over = true;
        stopWaiting();
        hangUp(session);
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    private static void hangUp(@Nullable Session session) {
        if (session != null) {
            Thread.ofVirtual().start(() -> close(session));
        }
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("a connection could not be closed in order", e);
        }
    }

    private void opened(Session opened) {
        if (over) {
            hangUp(opened);
            return;
        }
        session = opened;
        stopWaiting();
        owner.opened(this);
    }

    private void received(String text) {
        if (over) {
            return;
        }
        try {
            owner.received(this, MessageCodec.readServerMessage(text));
        } catch (BadMessage e) {
            LOG.warn("the relay sent what cannot be read: {}", e.getMessage());
        }
    }

    private void closed(int code) {
        if (!over) {
            over = true;
            owner.closed(this, code);
        }
    }

    /// Hands over from Tyrus' threads.
    private final class Frames extends Endpoint {
        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            opened.setMaxIdleTimeout(0);
            opened.addMessageHandler(String.class, text -> network.run(() -> received(text)));
            network.run(() -> opened(opened));
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            int code = reason.getCloseCode().getCode();
            network.run(() -> closed(code));
        }

        @Override
        public void onError(Session session, Throwable failure) {
            LOG.debug("a connection failed", failure);
        }
    }
}
