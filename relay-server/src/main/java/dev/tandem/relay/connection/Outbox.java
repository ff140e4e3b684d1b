package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import dev.tandem.relay.room.Outgoing;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits for one reader. The network gets a little at a time, since it would take everything
/// and keep it in memory; so what waits is here, where it has a bound. A reader that stays behind
/// is cut off and comes back to the log. Of passing messages on one topic the newest waits alone.
///
/// Any thread may call it. Times are nanoseconds of [System#nanoTime].
final class Outbox {
    /// How many UTF-16 code units are with the network at a time, or one message if it is longer.
    private static final int WINDOW = 64 * 1024;

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Socket socket;
    private final int backlog;
    private final long timeoutNanos;
    private final Map<Object, Outgoing> waiting = new LinkedHashMap<>();
    private long waitingLength;
    private long inFlight;
    private boolean pumping;
    private State state = State.OPEN;
    private @Nullable CloseCode closeCode;
    private long unsentBytes;
    private long movedAt = System.nanoTime();

    Outbox(Socket socket, ConnectionSettings settings) {
        this.socket = socket;
        this.backlog = settings.backlog();
        this.timeoutNanos = settings.readerTimeout().toNanos();
    }

    /// Whether the reader still keeps up; if not, it has been cut off.
    synchronized boolean send(Outgoing message) {
        if (state != State.OPEN) {
            return true;
        }
        if (waitingLength > backlog) {
            cutOff();
            return false;
        }
        enqueue(message);
        pump();
        return true;
    }

    /// Closes the connection behind everything that waits.
    synchronized void close(CloseCode code) {
        if (state == State.OPEN) {
            state = State.CLOSING;
            closeCode = code;
            pump();
        }
    }

    /// Whether the reader takes anything at all; if not, it has been cut off.
    synchronized boolean isMoving(long now) {
        long unsent = socket.unsentBytes();
        if (unsent != unsentBytes || inFlight == 0) {
            unsentBytes = unsent;
            movedAt = now;
        }
        if (state != State.CLOSED && now - movedAt > timeoutNanos) {
            cutOff();
            return false;
        }
        return true;
    }

    private void enqueue(Outgoing message) {
        Object key = message.topic() == null ? new Object() : message.topic();
        Outgoing outdated = waiting.remove(key);
        if (outdated != null) {
            waitingLength -= outdated.text().length();
        }
        waiting.put(key, message);
        waitingLength += message.text().length();
    }

    // What is sent may be reported as sent before this returns, hence the flag.
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        Iterator<Outgoing> next = waiting.values().iterator();
        while (state != State.CLOSED && inFlight < WINDOW && next.hasNext()) {
            String text = next.next().text();
            next.remove();
            waitingLength -= text.length();
            inFlight += text.length();
            socket.send(text, ok -> sent(text.length(), ok));
        }
        pumping = false;
        if (state == State.CLOSING && waiting.isEmpty() && closeCode != null) {
            state = State.CLOSED;
            socket.close(closeCode);
        }
    }

    private synchronized void sent(int length, boolean ok) {
        inFlight -= length;
        movedAt = System.nanoTime();
        if (ok) {
            pump();
        }
    }

    private void cutOff() {
        state = State.CLOSED;
        waiting.clear();
        waitingLength = 0;
        socket.close(CloseCode.TOO_SLOW);
    }
}
