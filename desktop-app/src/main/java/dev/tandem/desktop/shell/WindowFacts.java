package dev.tandem.desktop.shell;

import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.role.Capability;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells the relay what happens to a candidate's window, where the interview has that on, and as
/// long as it is under way. What lies on the clipboard when one comes to the window, and was not
/// there when one left it, was copied elsewhere; what is dropped counts as pasted. FX thread.
final class WindowFacts {
    private final RoomStore room;
    private final RoomIntents intents;
    private final Supplier<@Nullable String> clipboard;
    private @Nullable String fromOutside;
    private @Nullable String onLeaving;
    private @Nullable Long awaySince;

    /// One is in front of the window now.
    ///
    /// @param clipboard the text on it; null for none
    WindowFacts(RoomStore room, RoomIntents intents, Supplier<@Nullable String> clipboard) {
        this.room = room;
        this.intents = intents;
        this.clipboard = clipboard;
        fromOutside = clipboard.get();
    }

    /// None of the application's windows is in front any more, or one is again.
    void inFront(boolean yes) {
        if (yes) {
            comeBack();
        } else if (awaySince == null) {
            awaySince = room.serverNow();
            onLeaving = clipboard.get();
        }
    }

    private void comeBack() {
        Long since = awaySince;
        Long startedAt = room.sessionProperty().get().startedAt();
        awaySince = null;
        if (since == null) {
            return;
        }
        String now = clipboard.get();
        if (!Objects.equals(now, onLeaving)) {
            fromOutside = now;
        }
        if (startedAt != null) {
            long awayMs = room.serverNow() - Math.max(since, startedAt);
            if (awayMs >= Fact.SHORTEST_AWAY_MS) {
                note(new Fact.WindowAway(awayMs));
            }
        }
    }

    /// A text was pasted into the code.
    void pasted(String text) {
        if (!text.isEmpty() && text.equals(fromOutside)) {
            note(new Fact.PastedFromOutside(DocumentId.MAIN, text.length()));
        }
    }

    /// A text from outside the application was dropped on the code.
    void dropped(String text) {
        if (!text.isEmpty()) {
            note(new Fact.PastedFromOutside(DocumentId.MAIN, text.length()));
        }
    }

    private void note(Fact fact) {
        if (room.factsProperty().get().on() && room.may(Capability.NOTE)) {
            intents.note(fact);
        }
    }
}
