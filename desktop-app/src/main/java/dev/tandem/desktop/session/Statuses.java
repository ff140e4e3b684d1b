package dev.tandem.desktop.session;

import dev.tandem.desktop.connection.Ending;
import dev.tandem.desktop.connection.Link;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Connecting;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;

/// What the state of the connection means for who is in the room.
final class Statuses {
    private Statuses() {}

    /// @param before how things stood; an open connection is not the room yet
    static ConnectionStatus of(Link link, ConnectionStatus before) {
        return switch (link) {
            case Link.Opening(int attempt) -> attempt == 0 ? new Connecting() : before;
            case Link.Open _ -> before;
            case Link.Waiting(long retryAt, int attempt, String sentence) ->
                    new Reconnecting(retryAt, attempt, sentence);
            case Link.Ended(Ending ending, String sentence) -> new Closed(reason(ending), sentence);
        };
    }

    private static ClosedReason reason(Ending ending) {
        return switch (ending) {
            case LEFT -> ClosedReason.LEFT;
            case UNREACHABLE -> ClosedReason.UNREACHABLE;
            case NOT_UNDERSTOOD -> ClosedReason.NOT_UNDERSTOOD;
            case NOT_ADMITTED -> ClosedReason.NOT_ADMITTED;
            case REVOKED -> ClosedReason.REVOKED;
            case REPLACED -> ClosedReason.REPLACED;
            case ROOM_FULL -> ClosedReason.ROOM_FULL;
            case TOO_MANY_ATTEMPTS -> ClosedReason.TOO_MANY_ATTEMPTS;
        };
    }
}
