package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.replay.Stretch.Kind;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Gathers what one person does, key by key, to stretches of time. For one thread.
final class LaneWriter {
    /// Between two keys of one stretch.
    private static final long PAUSE_MS = 3_000;

    /// So many code units no one types with one key, with what an editor adds to it.
    private static final int AT_ONCE = 40;

    private static final long NONE = -1;

    private final ParticipantId id;
    private final String name;
    private final PersonColor color;
    private final List<Stretch> stretches = new ArrayList<>();
    private long typedFrom = NONE;
    private long typedTo = NONE;
    private long hereFrom = NONE;

    LaneWriter(ParticipantId id, String name, PersonColor color) {
        this.id = id;
        this.name = name;
        this.color = color;
    }

    String name() {
        return name;
    }

    void add(Stretch stretch) {
        stretches.add(stretch);
    }

    void came(long at) {
        hereFrom = hereFrom == NONE ? at : hereFrom;
    }

    void went(long at) {
        if (hereFrom != NONE) {
            add(new Stretch(hereFrom, at, Kind.HERE, ""));
            hereFrom = NONE;
        }
    }

    void edited(long at, CodeUpdate update) {
        int inserted = inserted(update);
        if (inserted >= AT_ONCE && update.undoOf() == null) {
            String words =
                    String.format(Locale.ENGLISH, "inserted %,d characters at once", inserted);
            add(new Stretch(at, at, Kind.INSERTED, words));
            return;
        }
        if (typedTo == NONE || at - typedTo > PAUSE_MS) {
            endTyping();
            typedFrom = at;
        }
        typedTo = at;
    }

    private static int inserted(CodeUpdate update) {
        int inserted = 0;
        for (Part part : update.operation().parts()) {
            inserted += part.baseLength() == 0 ? part.targetLength() : 0;
        }
        return inserted;
    }

    private void endTyping() {
        if (typedFrom != NONE) {
            add(new Stretch(typedFrom, typedTo, Kind.TYPING, "typed"));
        }
    }

    Lane written(long end) {
        endTyping();
        went(Math.max(end, hereFrom));
        stretches.sort(Comparator.comparingLong(Stretch::from));
        return new Lane(id, name, color, stretches);
    }
}
