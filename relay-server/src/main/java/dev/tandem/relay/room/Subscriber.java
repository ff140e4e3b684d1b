package dev.tandem.relay.room;

import dev.tandem.protocol.message.CloseCode;

/// A connection as a room sees it. Called on the room's thread, in the order of the log, and must
/// not hold it up.
public interface Subscriber {

    void send(Outgoing message);

    /// Closes the connection, after everything that was sent.
    void close(CloseCode code);
}
