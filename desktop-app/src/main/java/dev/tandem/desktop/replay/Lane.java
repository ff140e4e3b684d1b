package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.replay.Stretch.Kind;
import dev.tandem.protocol.id.ParticipantId;
import java.util.List;
import java.util.Set;

/// What one person did, and when.
///
/// @param stretches in the order in which they began
public record Lane(ParticipantId id, String name, PersonColor color, List<Stretch> stretches) {
    public Lane {
        stretches = List.copyOf(stretches);
    }

    List<Stretch> of(Set<Kind> kinds) {
        return stretches.stream().filter(stretch -> kinds.contains(stretch.kind())).toList();
    }
}
