package dev.tandem.desktop.replay;

import dev.tandem.desktop.replay.Mark.Kind;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An interview at a glance: what a time line shows of it, and where one may want to go. Immutable;
/// found in one pass over the log.
///
/// @param lanes one for each person who ever came, in the order of their coming
/// @param marks in their order
/// @param revisions the last one of each document
public record Story(
        List<LoggedEvent> log,
        TimeAxis axis,
        Pauses pauses,
        List<Lane> lanes,
        List<Mark> marks,
        Map<DocumentId, Integer> revisions) {
    public Story {
        lanes = List.copyOf(lanes);
        marks = List.copyOf(marks);
        revisions = Map.copyOf(revisions);
    }

    /// Finds it.
    ///
    /// @param log not empty
    public static Story of(List<LoggedEvent> log) {
        return new Storyteller(log).tell();
    }

    /// The place of the next edit of a text after a place; that place itself if there is none.
    int changeAfter(int place) {
        for (int next = place + 1; next <= log.size(); next++) {
            if (isChange(next)) {
                return next;
            }
        }
        return place;
    }

    /// The place of the edit before a place; that place itself if there is none.
    int changeBefore(int place) {
        for (int previous = place - 1; previous > 0; previous--) {
            if (isChange(previous)) {
                return previous;
            }
        }
        return place;
    }

    private boolean isChange(int place) {
        return log.get(place - 1).event() instanceof CodeUpdate;
    }

    /// The place of the next mark of these kinds; the place itself if there is none.
    int markAfter(int place, Set<Kind> kinds) {
        return marks.stream()
                .filter(mark -> kinds.contains(mark.kind()) && mark.place() > place)
                .mapToInt(Mark::place)
                .findFirst()
                .orElse(place);
    }

    /// The place of the mark before; the place itself if there is none.
    int markBefore(int place, Set<Kind> kinds) {
        return marks.stream()
                .filter(mark -> kinds.contains(mark.kind()) && mark.place() < place)
                .mapToInt(Mark::place)
                .max()
                .orElse(place);
    }

    /// What happened around an instant, in sentences without a full stop.
    List<String> whatHappened(double instant, double tolerance) {
        List<String> words = new ArrayList<>();
        for (Lane lane : lanes) {
            for (Stretch stretch : lane.stretches()) {
                if (!stretch.words().isEmpty()
                        && stretch.touches(instant - tolerance, instant + tolerance)) {
                    words.add(lane.name() + " " + stretch.words());
                }
            }
        }
        for (Mark mark : marks) {
            if (Math.abs(mark.at() - instant) <= tolerance
                    && mark.kind() != Kind.RUN
                    && mark.kind() != Kind.SUBMISSION) {
                words.add(mark.words());
            }
        }
        return words.stream().distinct().toList();
    }
}
