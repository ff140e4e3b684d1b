package dev.tandem.desktop.shell;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.TextState;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// What stands below the editor as long as something about the room is not as usual.
///
/// @param leadsBack whether all there is left to do is to go back to the start page
record RoomNotice(Tone tone, String sentence, boolean leadsBack) {

    /// What is to be said now; null where everything is as usual.
    static @Nullable RoomNotice of(RoomStore room) {
        ConnectionStatus connection = room.connectionProperty().get();
        SessionStatus session = room.sessionProperty().get().status();
        if (connection instanceof Closed(_, String sentence)) {
            return new RoomNotice(Tone.BAD, sentence, true);
        }
        if (session == SessionStatus.ENDED) {
            return new RoomNotice(
                    Tone.NEUTRAL, "The interview has ended. You can still read everything.", false);
        }
        boolean mayEdit = room.may(Capability.EDIT);
        if (room.textStateProperty().get() == TextState.RESYNCING) {
            return new RoomNotice(Tone.WARN, resyncing(mayEdit), false);
        }
        if (connection instanceof Reconnecting) {
            return new RoomNotice(
                    Tone.WARN,
                    mayEdit
                            ? "You are offline. Keep typing; it will be sent."
                            : "You are offline. Tandem comes back by itself.",
                    false);
        }
        return mayEdit ? null : readingAlong(room.youProperty().get(), session);
    }

    private static String resyncing(boolean mayEdit) {
        String what = "Your text differs from the relay's and is being put right.";
        return mayEdit ? what + " Keep typing; nothing is lost." : what;
    }

    private static @Nullable RoomNotice readingAlong(@Nullable You you, SessionStatus session) {
        if (you == null) {
            return null;
        }
        return you.role() == Role.SPECTATOR
                ? new RoomNotice(Tone.NEUTRAL, "You are watching: you can read along.", false)
                : new RoomNotice(
                        Tone.NEUTRAL,
                        session == SessionStatus.WAITING
                                ? "You can write as soon as the interviewer starts the interview."
                                : "The interviewer lets you read along at the moment.",
                        false);
    }
}
