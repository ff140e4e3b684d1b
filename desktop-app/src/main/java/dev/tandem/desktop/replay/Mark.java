package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.Tone;

/// A place worth going to.
///
/// @param place where it has happened
/// @param at epoch milliseconds
/// @param words a sentence without its full stop: `Mert ran the code: exit 0`
public record Mark(int place, long at, Kind kind, Tone tone, String words) {

    public enum Kind {
        START,
        END,
        RUN,
        SUBMISSION,
        PRESENCE,
        DOCUMENT
    }
}
