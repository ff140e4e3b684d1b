package dev.tandem.desktop.session;

/// How things stand with the connection. Times are epoch milliseconds on this computer's clock.
public sealed interface ConnectionStatus {

    /// For the first time.
    record Connecting() implements ConnectionStatus {}

    /// One is in the room, and hears what happens there.
    ///
    /// @param roundTripMs how long a question and its answer take; -1 while that is not known
    record Live(long roundTripMs) implements ConnectionStatus {
        public static final long UNKNOWN = -1;
    }

    /// The connection is gone and will be opened again.
    ///
    /// @param retryAtMillis when the next attempt begins; it is under way when that is over
    /// @param attempt counts the attempts since the connection was lost, from 1
    /// @param sentence what is wrong, for people
    record Reconnecting(long retryAtMillis, int attempt, String sentence)
            implements ConnectionStatus {}

    /// For good.
    ///
    /// @param sentence what happened and what to do, for people
    record Closed(ClosedReason reason, String sentence) implements ConnectionStatus {}
}
