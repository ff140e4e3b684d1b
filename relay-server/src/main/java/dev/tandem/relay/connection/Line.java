package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import java.util.function.Consumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.jspecify.annotations.Nullable;

/// The TCP connection below a WebSocket, from its handshake on. Read by the thread that reads the
/// connection; what it noticed is asked by any.
final class Line {
    private final Connection<?> connection;
    private final String address;
    private final FrameMeter meter;
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable Consumer<CloseCode> onFault;
    private volatile boolean open;
    private volatile boolean faulty;

    /// @param address of who is at the other end, an IP address
    Line(Connection<?> connection, String address, int messageBytes) {
        this.connection = connection;
        this.address = address;
        this.meter = new FrameMeter(messageBytes);
    }

    Connection<?> connection() {
        return connection;
    }

    /// The IP address of who is at the other end, be it behind a proxy.
    String address() {
        return address;
    }

    /// When anything at all last came in, nanoseconds of [System#nanoTime].
    long heardAt() {
        return heardAt;
    }

    /// Whether something came for which the connection has to be closed; all that comes after it is
    /// dropped.
    boolean isFaulty() {
        return faulty;
    }

    /// What to do, once, when the connection has to be closed for what came.
    void onFault(Consumer<CloseCode> action) {
        onFault = action;
    }

    void opened() {
        open = true;
    }

    /// Whether the handshake was completed: what comes now are frames, and not another handshake.
    boolean isOpen() {
        return open;
    }

    /// Whether these bytes may go on. After a fault nothing does.
    boolean lets(Buffer bytes) {
        heardAt = System.nanoTime();
        if (faulty) {
            return false;
        }
        CloseCode fault = meter.check(bytes);
        if (fault == null) {
            return true;
        }
        faulty = true;
        Consumer<CloseCode> action = onFault;
        if (action != null) {
            action.accept(fault);
        }
        return false;
    }
}
