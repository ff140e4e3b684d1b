package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.SessionSize;
import java.util.Locale;

/// What the log of an ended session comes to.
///
/// @param text what is looked for in it, as [#fold] makes it
public record Digest(SessionSize size, String text) {

    /// Without regard to case: two texts are the same to a reader who does not mind it exactly if
    /// this makes them the same.
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
