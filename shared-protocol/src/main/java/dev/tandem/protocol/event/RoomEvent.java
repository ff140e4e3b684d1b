package dev.tandem.protocol.event;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything lasting that can happen in a session. A session is the ordered log of these, and its
/// state is their fold. Times are epoch milliseconds UTC, durations milliseconds.
public sealed interface RoomEvent {

    /// The first event of every log.
    record SessionCreated(String title, String language, @Nullable Integer plannedMinutes)
            implements RoomEvent {}

    /// A fact about the session was corrected; what is null stayed as it was.
    record SessionUpdated(@Nullable String title, @Nullable Integer plannedMinutes)
            implements RoomEvent {}

    /// The interview began; every timer counts from `startedAt`.
    record SessionStarted(long startedAt) implements RoomEvent {}

    /// `durationMs` counts from the start; it is 0 if the session never started.
    record SessionEnded(long endedAt, EndReason reason, long durationMs) implements RoomEvent {}

    /// Someone came, for the first time or (`resumed`) back to their own place. `color` is
    /// `#rrggbb` and stays with the participant.
    record PeerJoined(
            ParticipantId participantId, String name, Role role, String color, boolean resumed)
            implements RoomEvent {}

    /// Someone is no longer connected.
    record PeerLeft(ParticipantId participantId, DepartureReason reason) implements RoomEvent {}

    /// A document began at revision 0 with `text`.
    record DocumentOpened(DocumentId doc, String name, String language, String text)
            implements RoomEvent {}

    /// A document is gone; its id is not used again.
    record DocumentClosed(DocumentId doc) implements RoomEvent {}

    /// Takes the text of `doc` from `revision - 1` to `revision`.
    ///
    /// @param deleted the texts that the operation deletes, in order; the log always has them, a
    ///   live connection may leave them out (null)
    /// @param undoOf for an undo, a redo or a revert the revisions that it takes back, ascending,
    ///   as far as its author knew them; null for any other edit
    record CodeUpdate(
            DocumentId doc,
            Revision revision,
            TextOperation operation,
            @Nullable List<String> deleted,
            @Nullable List<Revision> undoOf)
            implements RoomEvent {
        public CodeUpdate {
            deleted = deleted == null ? null : List.copyOf(deleted);
            undoOf = undoOf == null ? null : List.copyOf(undoOf);
        }

        /// An edit that takes nothing back.
        public CodeUpdate(
                DocumentId doc,
                Revision revision,
                TextOperation operation,
                @Nullable List<String> deleted) {
            this(doc, revision, operation, deleted, null);
        }
    }

    /// A document is written in another language: 1 to 32 of `[a-z0-9+#_-]`.
    record LanguageChanged(DocumentId doc, String language) implements RoomEvent {}

    /// What a candidate may do from now on.
    record PermissionsChanged(ParticipantId participantId, Permissions permissions)
            implements RoomEvent {}

    /// Somebody said something: 1 to 4,000 UTF-16 code units, not only white space.
    record ChatMessage(String text) implements RoomEvent {}
}
