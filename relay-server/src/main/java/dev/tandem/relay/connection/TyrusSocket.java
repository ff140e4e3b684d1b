package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.glassfish.grizzly.nio.NIOConnection;

/// A WebSocket of Tyrus on a connection of Grizzly.
final class TyrusSocket implements Socket {
    /// How long the other side may take to answer a close frame.
    private static final int FAREWELL_SECONDS = 2;

    private final Session session;
    private final Line line;
    private final ScheduledExecutorService timer;

    TyrusSocket(Session session, Line line, ScheduledExecutorService timer) {
        this.session = session;
        this.line = line;
        this.timer = timer;
    }

    @Override
    public void send(String text, Consumer<Boolean> done) {
        try {
            session.getAsyncRemote().sendText(text, result -> done.accept(result.isOK()));
        } catch (RuntimeException e) {
            done.accept(false); // closed meanwhile; Tyrus says so in more than one way
        }
    }

    @Override
    public long unsentBytes() {
        return line.connection() instanceof NIOConnection connection
                ? connection.getAsyncWriteQueue().spaceInBytes()
                : 0;
    }

    @Override
    public long heardAt() {
        return line.heardAt();
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException _) {
            // closed meanwhile, of which the endpoint is told
        }
    }

    /// Tyrus waits in here until the network has taken the frame.
    @Override
    public void close(CloseCode code) {
        Thread.ofVirtual().name("close").start(() -> closeAndWait(code));
        var _ = timer.schedule(this::terminate, FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    private void closeAndWait(CloseCode code) {
        try {
            session.close(new CloseReason(code::code, code.reason()));
        } catch (IOException | IllegalStateException _) {
            terminate();
        }
    }

    @Override
    public void terminate() {
        line.connection().terminateSilently();
    }

    @Override
    public String remoteAddress() {
        return line.address();
    }
}
