package dev.tandem.relay.connection;

import dev.tandem.protocol.message.CloseCode;
import java.util.function.Consumer;

/// One WebSocket. Any thread may call it, and nothing here waits for the other side.
interface Socket {

    /// Sends a text message; `done` is told whether it was handed to the network, on any thread and
    /// maybe before this returns.
    void send(String text, Consumer<Boolean> done);

    /// How many bytes the network has not taken yet. While they become fewer the reader is alive.
    long unsentBytes();

    /// When anything at all last came in, nanoseconds of [System#nanoTime].
    long heardAt();

    void ping();

    /// Sends a close frame behind everything that was sent, and cuts the wire if the other side
    /// does not answer it soon.
    void close(CloseCode code);

    /// Cuts the wire at once.
    void terminate();

    /// The address of the other side, without a port.
    String remoteAddress();
}
