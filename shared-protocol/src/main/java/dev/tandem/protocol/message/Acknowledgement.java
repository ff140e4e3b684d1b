package dev.tandem.protocol.message;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an `ack` says: the event, less what the command itself said.
public sealed interface Acknowledgement {

    /// The command said it all.
    record Nothing() implements Acknowledgement {}

    record Started(long startedAt) implements Acknowledgement {}

    record Ended(long endedAt, EndReason reason, long durationMs) implements Acknowledgement {}

    /// The operation made this revision. What it became on its way there the author works out: it
    /// was carried over everything between, which the author has been told.
    record Revised(Revision revision) implements Acknowledgement {}

    /// One has left the room, and is no longer connected.
    record Left(ParticipantId participantId, DepartureReason reason) implements Acknowledgement {}

    /// Somebody else is not in the room any more.
    record Gone(DepartureReason reason) implements Acknowledgement {}

    /// What the command left as it was; null where the command said it.
    record Permitted(@Nullable Boolean canEdit, @Nullable Boolean canRun)
            implements Acknowledgement {}

    /// The text, where the command left it out or it was mended.
    record Opened(String text) implements Acknowledgement {}

    /// A run began, or waits for its turn.
    ///
    /// @param tests how many test cases it is run against; null for a run of its own
    record Running(RunId runId, String language, Revision revision, @Nullable Integer tests)
            implements Acknowledgement {}

    /// Code was handed in: this is its text.
    record Submitted(SubmissionId submissionId, Revision revision, String text)
            implements Acknowledgement {}

    /// What the author of `intent` is told of the event that it became.
    static Acknowledgement of(Intent intent, RoomEvent event) {
        return switch (event) {
            case RoomEvent.SessionStarted(long startedAt) -> new Started(startedAt);
            case RoomEvent.SessionEnded(long endedAt, var reason, long durationMs) ->
                    new Ended(endedAt, reason, durationMs);
            case RoomEvent.CodeUpdate update -> new Revised(update.revision());
            case RoomEvent.PeerLeft(var id, var reason) ->
                    intent instanceof Intent.RemoveParticipant
                            ? new Gone(reason)
                            : new Left(id, reason);
            case RoomEvent.PermissionsChanged changed -> permitted(intent, changed);
            case RoomEvent.DocumentOpened opened -> opened(intent, opened);
            case RoomEvent.RunStarted run ->
                    new Running(run.runId(), run.language(), run.revision(), run.tests());
            case RoomEvent.CodeSubmitted submitted ->
                    new Submitted(submitted.submissionId(), submitted.revision(), submitted.text());
            case RoomEvent.SessionCreated _,
                    RoomEvent.SessionUpdated _,
                    RoomEvent.PeerJoined _,
                    RoomEvent.DocumentClosed _,
                    RoomEvent.LanguageChanged _,
                    RoomEvent.ChatMessage _,
                    RoomEvent.CodeOutput _,
                    RoomEvent.RunInput _,
                    RoomEvent.RunStopped _,
                    RoomEvent.TestFinished _,
                    RoomEvent.RunFinished _,
                    RoomEvent.TestsChanged _,
                    RoomEvent.FactNoted _ ->
                    new Nothing();
        };
    }

    private static Acknowledgement permitted(Intent intent, RoomEvent.PermissionsChanged changed) {
        if (!(intent instanceof Intent.SetPermissions set)) {
            return new Nothing();
        }
        return new Permitted(
                set.canEdit() == null ? changed.permissions().canEdit() : null,
                set.canRun() == null ? changed.permissions().canRun() : null);
    }

    private static Acknowledgement opened(Intent intent, RoomEvent.DocumentOpened opened) {
        return intent instanceof Intent.OpenDocument open
                        && Objects.equals(open.text(), opened.text())
                ? new Nothing()
                : new Opened(opened.text());
    }
}
