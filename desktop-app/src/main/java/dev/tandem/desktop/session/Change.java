package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What one person did to the main document in one go: some edits near each other, or one undo.
///
/// @param by whose doing it was; null where it is not known
/// @param at when it was done, or ended, in epoch milliseconds on the relay's clock
/// @param first the first of its revisions, which have nobody else's between them
/// @param last the last of its revisions
/// @param kind what was done
/// @param of whose work was reverted; null where nobody's was, or it is not known
/// @param added how many characters were put in
/// @param removed how many characters were taken out
public record Change(
        @Nullable ParticipantId by,
        long at,
        int first,
        int last,
        Kind kind,
        @Nullable ParticipantId of,
        int added,
        int removed) {

    public enum Kind {
        EDIT,
        UNDO,
        REDO,
        REVERT
    }

    /// The revisions, ascending.
    public List<Integer> revisions() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    Change and(Change next) {
        return new Change(
                by,
                next.at,
                first,
                next.last,
                kind,
                of,
                added + next.added,
                removed + next.removed);
    }
}
