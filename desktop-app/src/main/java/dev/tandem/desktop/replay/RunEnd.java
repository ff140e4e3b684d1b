package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.replay.Stretch.Kind;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import org.jspecify.annotations.Nullable;

/// How a run ended, in a few words.
///
/// @param how empty where it is not known
record RunEnd(Kind kind, Tone tone, String how) {
    static final RunEnd NONE = new RunEnd(Kind.RAN, Tone.NEUTRAL, "");

    /// @param tests how many it was run against; null for a run of its own
    static RunEnd of(RunFinished end, @Nullable Integer tests, int passed) {
        if (end.error() != null) {
            return bad(end.error().code().word().replace('_', ' '));
        }
        if (tests != null) {
            String how = "%d of %d tests passed".formatted(passed, tests);
            return passed == tests ? well(how) : bad(how);
        }
        if (end.signal() != null) {
            return bad(end.signal());
        }
        Integer code = end.exitCode();
        return code == null ? NONE : code == 0 ? well("exit 0") : bad("exit " + code);
    }

    private static RunEnd well(String how) {
        return new RunEnd(Kind.RAN_WELL, Tone.OK, how);
    }

    private static RunEnd bad(String how) {
        return new RunEnd(Kind.RAN_BADLY, Tone.BAD, how);
    }

    /// What is said behind a name: ` ran the code: exit 0`.
    String words(RunStarted run) {
        String what = run.tests() == null ? " ran the code" : " ran the tests";
        return how.isEmpty() ? what : what + ": " + how;
    }
}
