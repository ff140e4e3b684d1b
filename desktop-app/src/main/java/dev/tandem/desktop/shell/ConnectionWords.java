package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ClosedReason;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Connecting;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;
import dev.tandem.protocol.role.SessionStatus;

/// The sign of the connection, in words and a tone.
///
/// @param mayRetry whether there is something to hurry up
record ConnectionWords(Tone tone, String words, boolean mayRetry) {

    /// @param now epoch milliseconds on this computer's clock
    static ConnectionWords of(ConnectionStatus connection, SessionStatus session, long now) {
        return switch (connection) {
            case Connecting _ -> new ConnectionWords(Tone.INFO, "Connecting…", false);
            case Live _ when session == SessionStatus.ENDED ->
                    new ConnectionWords(Tone.NEUTRAL, "Ended", false);
            case Live(long roundTrip) ->
                    new ConnectionWords(
                            Tone.OK,
                            roundTrip == Live.UNKNOWN ? "Live" : "Live, %d ms".formatted(roundTrip),
                            false);
            case Reconnecting(long retryAt, _, _) -> reconnecting(retryAt - now);
            case Closed(ClosedReason reason, _) ->
                    new ConnectionWords(
                            reason == ClosedReason.LEFT ? Tone.NEUTRAL : Tone.BAD, "Closed", false);
        };
    }

    private static ConnectionWords reconnecting(long waitMs) {
        return waitMs <= 0
                ? new ConnectionWords(Tone.WARN, "Reconnecting…", false)
                : new ConnectionWords(
                        Tone.WARN,
                        "Reconnecting in %d s".formatted(Math.ceilDiv(waitMs, 1000)),
                        true);
    }
}
