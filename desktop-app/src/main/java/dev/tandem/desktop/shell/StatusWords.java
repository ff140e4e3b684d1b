package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.protocol.role.SessionStatus;

/// How far the interview has come, in a word; while one is offline, that.
record StatusWords(Tone tone, String word) {
    static StatusWords of(ConnectionStatus connection, SessionStatus session) {
        return switch (session) {
            case ENDED -> new StatusWords(Tone.NEUTRAL, "Ended");
            case WAITING, ACTIVE ->
                    switch (connection) {
                        case ConnectionStatus.Live _ -> of(session);
                        case ConnectionStatus.Connecting _, ConnectionStatus.Reconnecting _ ->
                                new StatusWords(Tone.WARN, "Offline");
                        case ConnectionStatus.Closed _ -> new StatusWords(Tone.NEUTRAL, "Closed");
                    };
        };
    }

    private static StatusWords of(SessionStatus session) {
        return session == SessionStatus.WAITING
                ? new StatusWords(Tone.INFO, "Waiting")
                : new StatusWords(Tone.OK, "Live");
    }
}
