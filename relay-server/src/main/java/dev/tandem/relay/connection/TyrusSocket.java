package dev.tandem.relay.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.message.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/// A WebSocket of Tyrus on a connection of Grizzly.
final class TyrusSocket implements Socket {
    /// How long the other side may take to answer a close frame.
    private static final int FAREWELL_SECONDS = 2;

    /// After so long without a byte the other side has stopped sending.
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /// The last frame of a message that closes (RFC 6455, 5.5.1).
    private static final int CLOSE_FRAME = 0x88;

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
        if (line.isFaulty()) {
            closeAndListen(code);
        } else {
            Thread.ofVirtual().name("close").start(() -> closeAndWait(code));
        }
        var _ = timer.schedule(this::terminate, FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    /// Tyrus would close the connection right behind its frame; where the other side is still
    /// sending that resets it, and the frame is lost. So the frame is written by hand, and what
    /// comes is dropped until nothing comes any more.
    private void closeAndListen(CloseCode code) {
        byte[] reason = code.reason().getBytes(UTF_8);
        ByteBuffer frame =
                ByteBuffer.allocate(4 + reason.length)
                        .put((byte) CLOSE_FRAME)
                        .put((byte) (2 + reason.length))
                        .putShort((short) code.code())
                        .put(reason)
                        .flip();
        var _ = line.connection().write(Buffers.wrap(line.connection().getMemoryManager(), frame));
        listenOn();
    }

    private void listenOn() {
        var _ = timer.schedule(this::closeIfQuiet, QUIET_NANOS, TimeUnit.NANOSECONDS);
    }

    private void closeIfQuiet() {
        if (System.nanoTime() - line.heardAt() > QUIET_NANOS) {
            line.connection().closeSilently();
        } else if (line.connection().isOpen()) {
            listenOn();
        }
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
