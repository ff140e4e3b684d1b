package dev.tandem.desktop.session;

import dev.tandem.desktop.session.Change.Kind;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The latest changes of the main document, newest first. Costs the same for each edit, however
/// many there were. FX thread.
final class ChangeList {
    private static final int MOST = 200;
    private static final long PAUSE_MS = 3_000;
    private static final long LONGEST_MS = 30_000;
    private static final int NEAR = 100;

    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final ObservableList<Change> readOnly =
            FXCollections.unmodifiableObservableList(changes);
    private long begunAt;
    private Span last = new Span(0, 0);

    /// From the first to the last thing that an operation changes, in the text afterwards.
    private record Span(int from, int to) {
        static Span of(TextOperation operation) {
            List<Part> parts = operation.parts();
            int from = parts.getFirst() instanceof Keep(int length) ? length : 0;
            int after = parts.getLast() instanceof Keep(int length) ? length : 0;
            return new Span(from, operation.targetLength() - after);
        }

        boolean isNear(Span next) {
            return next.from <= to + NEAR && next.to >= from - NEAR;
        }
    }

    ObservableList<Change> changes() {
        return readOnly;
    }

    /// What came before is not known any more.
    void clear() {
        changes.clear();
    }

    /// What made this revision, and all before, is not known any more.
    void forgetUpTo(int revision) {
        while (!changes.isEmpty() && changes.getLast().first() <= revision) {
            changes.removeLast();
        }
    }

    /// @param change what `update` did
    void happened(CodeUpdate update, TextChange change, @Nullable ParticipantId by, long at) {
        if (change.operation().isIdentity()) {
            return;
        }
        Change next = change(update, change, by, at);
        Span span = Span.of(change.operation());
        if (!changes.isEmpty() && joins(changes.getFirst(), next) && last.isNear(span)) {
            changes.set(0, changes.getFirst().and(next));
        } else {
            changes.addFirst(next);
            begunAt = at;
        }
        last = span;
        if (changes.size() > MOST) {
            changes.removeLast();
        }
    }

    private boolean joins(Change newest, Change next) {
        return newest.kind() == Kind.EDIT
                && next.kind() == Kind.EDIT
                && Objects.equals(newest.by(), next.by())
                && newest.last() + 1 == next.first()
                && next.at() - newest.at() < PAUSE_MS
                && next.at() - begunAt < LONGEST_MS
                && next.first() - newest.first() < Limits.UNDO_OF;
    }

    private Change change(
            CodeUpdate update, TextChange change, @Nullable ParticipantId by, long at) {
        int revision = update.revision().value();
        Change undone = undone(update.undoOf());
        ParticipantId of = undone == null || Objects.equals(undone.by(), by) ? null : undone.by();
        return new Change(
                by,
                at,
                revision,
                revision,
                update.undoOf() == null ? Kind.EDIT : kind(undone, of),
                of,
                characters(change.invert().deleted()),
                characters(change.deleted()));
    }

    private static Kind kind(@Nullable Change undone, @Nullable ParticipantId of) {
        if (of != null) {
            return Kind.REVERT;
        }
        return undone != null && undone.kind() == Kind.UNDO ? Kind.REDO : Kind.UNDO;
    }

    /// The newest that is taken back.
    private @Nullable Change undone(@Nullable List<Revision> undoOf) {
        if (undoOf == null || undoOf.isEmpty()) {
            return null;
        }
        int newest = undoOf.getLast().value();
        return changes.stream()
                .filter(change -> change.first() <= newest && newest <= change.last())
                .findFirst()
                .orElse(null);
    }

    private static int characters(List<String> texts) {
        return texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).sum();
    }
}
