package dev.tandem.relay.connection;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.jspecify.annotations.Nullable;

/// The TCP connection below a WebSocket, from its handshake on. Read by the thread that reads the
/// connection; what it noticed is asked by any.
final class Line {
    private final Connection<?> connection;
    private final FrameMeter meter = new FrameMeter();
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable Runnable onTooLarge;
    private volatile boolean open;
    private boolean tooLarge;

    Line(Connection<?> connection) {
        this.connection = connection;
    }

    Connection<?> connection() {
        return connection;
    }

    /// When anything at all last came in, nanoseconds of [System#nanoTime].
    long heardAt() {
        return heardAt;
    }

    /// What to do, once, when a message is too large.
    void onTooLarge(Runnable action) {
        onTooLarge = action;
    }

    void opened() {
        open = true;
    }

    /// Whether the handshake was completed: what comes now are frames, and not another handshake.
    boolean isOpen() {
        return open;
    }

    /// Whether these bytes may go on. After a message that is too large nothing does.
    boolean lets(Buffer bytes) {
        heardAt = System.nanoTime();
        if (tooLarge) {
            return false;
        }
        tooLarge = meter.exceeds(bytes);
        Runnable action = onTooLarge;
        if (tooLarge && action != null) {
            action.run();
        }
        return !tooLarge;
    }
}
