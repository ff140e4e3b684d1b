package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// Who else is writing a chat message. Whoever does not say so for a while has stopped, even if
/// their last word got lost.
final class OthersTyping {
    /// How long it counts that someone said so.
    static final long VALID_MS = 10_000;

    private final Map<ParticipantId, Long> saidAt = new HashMap<>();
    private final ObservableSet<ParticipantId> shown = FXCollections.observableSet();
    private final ObservableSet<ParticipantId> readOnly =
            FXCollections.unmodifiableObservableSet(shown);

    ObservableSet<ParticipantId> shown() {
        return readOnly;
    }

    void on(ParticipantId id, long now) {
        saidAt.put(id, now);
        shown.add(id);
    }

    void off(ParticipantId id) {
        saidAt.remove(id);
        shown.remove(id);
    }

    void expire(long now) {
        saidAt.values().removeIf(at -> now - at >= VALID_MS);
        shown.retainAll(saidAt.keySet());
    }

    void clear() {
        saidAt.clear();
        shown.clear();
    }
}
