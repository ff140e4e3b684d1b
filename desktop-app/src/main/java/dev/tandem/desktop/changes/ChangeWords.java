package dev.tandem.desktop.changes;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.room.Participant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in neutral words who changed what and when. Whether text was typed or pasted it does not
/// say: what was typed without a connection comes in one piece as well. FX thread.
record ChangeWords(RoomStore room) {

    /// The first word of the sentence.
    String who(Change change) {
        return isMe(change.by()) ? "You" : name(change.by());
    }

    /// The rest of the sentence, without its full stop.
    ///
    /// @param line where the first of it is, from 1 on; 0 where nothing is left, or it is not known
    String what(Change change, int line) {
        return switch (change.kind()) {
            case EDIT -> edit(change) + (line == 0 ? "" : " in line " + line);
            case UNDO -> "undid a change";
            case REDO -> "redid a change";
            case REVERT ->
                    isMe(change.of())
                            ? "reverted a change of yours"
                            : "reverted a change by " + name(change.of());
        };
    }

    /// Since the start of the interview, as the timer shows it.
    String when(Change change) {
        Long startedAt = room.sessionProperty().get().startedAt();
        return startedAt == null || change.at() < startedAt
                ? "before the start"
                : Elapsed.format(change.at() - startedAt);
    }

    private static String edit(Change change) {
        if (change.removed() == 0) {
            return "added " + characters(change.added());
        }
        return change.added() == 0
                ? "removed " + characters(change.removed())
                : String.format(
                        Locale.ENGLISH,
                        "added %,d and removed %s",
                        change.added(),
                        characters(change.removed()));
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : String.format(Locale.ENGLISH, "%,d characters", count);
    }

    private boolean isMe(@Nullable ParticipantId id) {
        You you = room.youProperty().get();
        return you != null && you.participantId().equals(id);
    }

    private String name(@Nullable ParticipantId id) {
        Participant person = id == null ? null : room.person(id);
        return person == null ? "Someone" : person.name();
    }
}
