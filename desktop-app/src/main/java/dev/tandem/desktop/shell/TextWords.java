package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.TextState;

/// Whether all that was typed is kept, and the text is the relay's, in a word.
record TextWords(Tone tone, String word) {
    private static final TextWords RESYNCING = new TextWords(Tone.WARN, "Resyncing…");

    /// @param unsent whether something is not confirmed yet, for longer than is worth no word
    static TextWords of(TextState text, boolean unsent, ConnectionStatus connection) {
        return switch (connection) {
            case ConnectionStatus.Live _ -> live(text, unsent);
            case ConnectionStatus.Closed _ -> offline(unsent);
            case ConnectionStatus.Connecting _, ConnectionStatus.Reconnecting _ ->
                    text == TextState.RESYNCING ? RESYNCING : offline(unsent);
        };
    }

    private static TextWords live(TextState text, boolean unsent) {
        return switch (text) {
            case RESYNCING -> RESYNCING;
            case REPAIRED -> unsent ? saving() : new TextWords(Tone.INFO, "Repaired");
            case IN_SYNC -> unsent ? saving() : new TextWords(Tone.NEUTRAL, "In sync");
        };
    }

    private static TextWords saving() {
        return new TextWords(Tone.NEUTRAL, "Saving…");
    }

    private static TextWords offline(boolean unsent) {
        return new TextWords(Tone.NEUTRAL, unsent ? "Not sent yet" : "Saved");
    }
}
