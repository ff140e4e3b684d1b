package dev.tandem.desktop.replay;

import dev.tandem.desktop.replay.Moment.Page;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.replay.Timeline;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes of a log what is shown of its places. For one thread, which is not the one that draws.
final class Projection {
    /// From so far away the way that the text took is followed; from further, the shortest is.
    private static final int NEAR = 400;

    private static final int FOLDED_AT_ONCE = 500;

    private final List<LoggedEvent> log;
    private final Timeline timeline;
    private final Authors authors;

    Projection(List<LoggedEvent> log) {
        this.log = log;
        this.timeline = new Timeline(log);
        this.authors = new Authors(log);
    }

    Timeline timeline() {
        return timeline;
    }

    /// Does a little of the work that will be wanted later.
    ///
    /// @return whether there is more
    boolean foldOn() {
        return timeline.foldOn(FOLDED_AT_ONCE);
    }

    /// @param shown what is shown now; null for nothing
    Moment at(Wanted wanted, @Nullable Moment shown) {
        int place = wanted.place();
        RoomState state = timeline.stateAt(place);
        LastEdits last = LastEdits.before(log, place);
        Document document = choose(state, wanted.doc(), last.doc(), shown);
        Page page = document == null ? null : page(place, document, wanted.authors(), shown);
        return new Moment(place, state, page, last.writer());
    }

    private static @Nullable Document choose(
            RoomState state,
            @Nullable DocumentId wanted,
            @Nullable DocumentId written,
            @Nullable Moment shown) {
        DocumentId before = shown == null || shown.page() == null ? null : shown.page().doc();
        return Stream.of(
                        Optional.ofNullable(wanted),
                        Optional.ofNullable(written),
                        Optional.ofNullable(before),
                        Optional.of(DocumentId.MAIN))
                .flatMap(Optional::stream)
                .map(state.documents()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> state.documents().values().stream().findFirst())
                .orElse(null);
    }

    private Page page(int place, Document document, boolean who, @Nullable Moment shown) {
        DocumentId doc = document.doc();
        String text = document.text().toString();
        int revision = document.revision().value();
        Page before = shown == null ? null : shown.page();
        TextOperation step =
                before == null || !before.doc().equals(doc)
                        ? null
                        : step(
                                before,
                                Objects.requireNonNull(shown).place(),
                                text,
                                revision,
                                place);
        return new Page(
                doc,
                document.language(),
                revision,
                text,
                step,
                LastEdits.carets(log, place, doc),
                who ? authors.at(place, doc) : List.of());
    }

    /// What people did, where that is little; so what is not touched stays untouched.
    private TextOperation step(Page before, int from, String text, int revision, int to) {
        int steps = revision - before.revision();
        if (Math.abs(steps) <= NEAR && Math.abs(to - from) <= NEAR) {
            List<TextOperation> way =
                    steps >= 0
                            ? forwards(before.doc(), from, to)
                            : backwards(before.doc(), from, to);
            if (way.size() == Math.abs(steps)) {
                TextOperation all =
                        way.isEmpty()
                                ? TextOperation.identity(text.length())
                                : TextOperation.composeAll(way);
                if (all.baseLength() == before.text().length()
                        && all.targetLength() == text.length()) {
                    return all;
                }
            }
        }
        return LineDifference.between(before.text(), text);
    }

    private List<TextOperation> forwards(DocumentId doc, int from, int to) {
        List<TextOperation> way = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (log.get(i).event() instanceof CodeUpdate update && update.doc().equals(doc)) {
                way.add(update.operation());
            }
        }
        return way;
    }

    private List<TextOperation> backwards(DocumentId doc, int from, int to) {
        List<TextOperation> way = new ArrayList<>();
        for (int i = from - 1; i >= to; i--) {
            if (log.get(i).event() instanceof CodeUpdate update
                    && update.doc().equals(doc)
                    && update.deleted() != null) {
                way.add(new TextChange(update.operation(), update.deleted()).invert().operation());
            }
        }
        return way;
    }
}
