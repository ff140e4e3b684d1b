package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// Which texts have changed since everyone was told what they have to be, and what was told last.
/// Times are epoch milliseconds UTC. Immutable.
///
/// @param changedAt when a text changed for the first time since it was checked
/// @param last the last check of a text
record Checks(PMap<DocumentId, Long> changedAt, PMap<DocumentId, TextChecked> last) {

    static final Checks NONE = new Checks(HashTreePMap.empty(), HashTreePMap.empty());

    Checks evolve(LoggedEvent logged) {
        return switch (logged.event()) {
            case CodeUpdate update when !changedAt.containsKey(update.doc()) ->
                    new Checks(changedAt.plus(update.doc(), logged.at()), last);
            case DocumentClosed(DocumentId doc) ->
                    new Checks(changedAt.minus(doc), last.minus(doc));
            case RoomEvent _ -> this;
        };
    }

    /// Everyone is told.
    Checks with(TextChecked check) {
        return new Checks(changedAt.minus(check.doc()), last.plus(check.doc(), check));
    }

    /// When the next check is due if nothing else changes; null for never.
    @Nullable Long next(Duration interval) {
        return changedAt.values().stream()
                .min(Long::compare)
                .map(at -> at + interval.toMillis())
                .orElse(null);
    }

    /// The texts whose check is due by `now`.
    List<DocumentId> due(Duration interval, long now) {
        return changedAt.entrySet().stream()
                .filter(changed -> changed.getValue() + interval.toMillis() <= now)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What everyone was told of a text; null if that was at another revision.
    @Nullable String hashAt(DocumentId doc, Revision revision) {
        TextChecked check = last.get(doc);
        return check != null && check.revision().equals(revision) ? check.hash() : null;
    }
}
