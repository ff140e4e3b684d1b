package dev.tandem.desktop.session;

import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.sync.Notice.Diverged;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows whether the text here is the relay's, and logs where it was not. FX thread.
final class TextWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TextWatch.class);

    /// How long it shows that the text was put right.
    static final long REPAIRED_MS = 5_000;

    private final ReadOnlyObjectWrapper<TextState> state =
            new ReadOnlyObjectWrapper<>(TextState.IN_SYNC);
    private @Nullable RoomSnapshot entered;
    private int repairs;

    ReadOnlyObjectProperty<TextState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The relay has another text.
    void diverged(Diverged diverged) {
        TextChecked check = diverged.check();
        LOG.warn(
                "{}: the text of {} at revision {} has hash {}; the relay's at {} has {}",
                who(),
                check.doc(),
                diverged.revision().value(),
                diverged.hash(),
                check.revision().value(),
                check.hash());
        state.set(TextState.RESYNCING);
    }

    /// What the relay says does not fit.
    void outOfStep() {
        LOG.warn("{}: out of step with the relay", who());
        state.set(TextState.RESYNCING);
    }

    /// The relay has the same text, whatever it seemed to have before.
    void agreed() {
        if (state.get() == TextState.RESYNCING) {
            state.set(TextState.IN_SYNC);
        }
    }

    /// One is in the room, for the first time or again.
    void entered(RoomSnapshot snapshot) {
        entered = snapshot;
        if (state.get() == TextState.RESYNCING && snapshot.content() instanceof Whole) {
            repaired();
        }
    }

    private void repaired() {
        LOG.info("{}: the texts are the relay's again", who());
        state.set(TextState.REPAIRED);
        int repair = ++repairs;
        FxTimer.after(REPAIRED_MS, () -> forget(repair));
    }

    /// After the newest repair, that is; an older one was forgotten with it.
    private void forget(int repair) {
        if (repair == repairs && state.get() == TextState.REPAIRED) {
            state.set(TextState.IN_SYNC);
        }
    }

    private String who() {
        return entered == null
                ? "session not entered"
                : "session %s, participant %s, seq %d"
                        .formatted(
                                entered.session().id(),
                                entered.you().participantId(),
                                entered.seq().value());
    }
}
