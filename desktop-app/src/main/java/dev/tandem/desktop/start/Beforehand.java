package dev.tandem.desktop.start;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// What someone is told of an interview's recording before they join it, besides what every
/// interview keeps.
record Beforehand(Tone tone, String sentence) {
    private static final String NOTED =
            "It also notes that you paste or drop text from outside this window, how long the text"
                    + " is, and how long the window is not in front. Everyone sees that.";

    /// @param details null as long as they are not known
    static Beforehand of(@Nullable InviteDetails details) {
        if (details == null) {
            return new Beforehand(
                    Tone.NEUTRAL,
                    "An interview can also note pasted text and time in other windows. Whether this"
                            + " one does is said here, once its relay has the code.");
        }
        if (details.notesWhoComes()) {
            return new Beforehand(Tone.WARN, NOTED);
        }
        return new Beforehand(
                Tone.NEUTRAL,
                details.facts()
                        ? "Candidates' windows also note pasted text and time in other windows;"
                                + " yours does not, as you come as %s."
                                        .formatted(as(details.role()))
                        : "Nothing is noted about your window.");
    }

    private static String as(Role role) {
        return switch (role) {
            case INTERVIEWER -> "an interviewer";
            case CANDIDATE -> "a candidate";
            case SPECTATOR -> "a spectator";
        };
    }
}
