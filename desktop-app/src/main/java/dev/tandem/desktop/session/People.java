package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Participant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who is here or may come back. The list changes only where something that can be seen changed.
final class People {
    private final ObservableList<Participant> shown = FXCollections.observableArrayList();
    private final ObservableList<Participant> readOnly =
            FXCollections.unmodifiableObservableList(shown);

    ObservableList<Participant> shown() {
        return readOnly;
    }

    /// @param everyone in the order of their coming
    void show(Collection<Participant> everyone) {
        List<Participant> here = everyone.stream().filter(Participant::mayReturn).toList();
        Set<ParticipantId> ids =
                here.stream().map(Participant::participantId).collect(Collectors.toSet());
        shown.removeIf(p -> !ids.contains(p.participantId()));
        for (int i = 0; i < here.size(); i++) {
            put(i, here.get(i));
        }
    }

    private void put(int index, Participant now) {
        boolean isThere =
                index < shown.size()
                        && shown.get(index).participantId().equals(now.participantId());
        if (!isThere) {
            shown.add(index, now);
        } else if (!looksAlike(shown.get(index), now)) {
            shown.set(index, now);
        }
    }

    // Everything but the ids of their commands, which change with every key.
    private static boolean looksAlike(Participant one, Participant other) {
        return one.name().equals(other.name())
                && one.role() == other.role()
                && one.color().equals(other.color())
                && one.presence() == other.presence()
                && one.permissions().equals(other.permissions());
    }
}
