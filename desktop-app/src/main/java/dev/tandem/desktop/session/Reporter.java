package dev.tandem.desktop.session;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.Notice;
import dev.tandem.protocol.text.TextOperation;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts what the client tells into what is shown. FX thread.
final class Reporter {
    private final ObservableRoom room;
    private final RemoteEditQueue edits;
    private final ServerClock clock;
    private final InstantSource local;

    Reporter(ObservableRoom room, RemoteEditQueue edits, ServerClock clock, InstantSource local) {
        this.room = room;
        this.edits = edits;
        this.clock = clock;
        this.local = local;
    }

    /// @param before the room as it was before
    void report(Notice notice, ParticipantId me, RoomState before) {
        switch (notice) {
            case Notice.Entered(RoomSnapshot snapshot, _) -> entered(snapshot);
            case Notice.Happened(LoggedEvent logged) -> happened(logged, me, before);
            case Notice.Edited edited ->
                    edited(
                            edited.doc(),
                            edited.operation(),
                            me.equals(edited.by()) ? null : edited.by());
            case Notice.Withdrawn withdrawn -> withdrawn(withdrawn);
            case Notice.Pointed pointed -> pointed(pointed);
            case Notice.TypingChanged(ParticipantId by, boolean on) -> typing(by, on);
            case Notice.Refused refused -> refused(refused.intent(), refused.refusal());
            case Notice.RunProgressed(var progress) -> room.board = room.board.progressed(progress);
            case Notice.RunnerChanged(var runner) -> room.runner.set(runner);
            case Notice.HeadSigned _ -> {} // checked elsewhere
            case Notice.Ponged _ -> {} // measured where it arrived
            case Notice.Checked _ -> {} // compared elsewhere
            case Notice.Agreed _ -> room.textWatch.agreed();
            case Notice.Diverged diverged -> room.textWatch.diverged(diverged);
            case Notice.OutOfStep _ -> room.textWatch.outOfStep();
        }
    }

    private void entered(RoomSnapshot snapshot) {
        clock.hear(snapshot.serverNow());
        room.typing.clear();
        room.textWatch.entered(snapshot);
        room.runner.set(snapshot.runner());
        room.kept.set(new Kept(snapshot.session().id(), snapshot.retention()));
        room.carets.retain(
                snapshot.participants().stream()
                        .filter(Participant::connected)
                        .map(Participant::participantId)
                        .collect(Collectors.toSet()));
        if (snapshot.content() instanceof Whole whole) {
            room.changes.clear();
            room.board = room.board.found(whole.runs());
            room.chat.found(
                    whole.chat(), snapshot.session().facts(), snapshot.you().participantId());
        }
    }

    private void happened(LoggedEvent logged, ParticipantId me, RoomState before) {
        room.chat.happened(logged, me, new Sentences(me, before).of(logged));
        room.board = room.board.happened(logged);
        switch (logged.event()) {
            case PeerLeft(ParticipantId gone, _) -> {
                room.carets.remove(gone);
                room.typing.off(gone);
            }
            case SessionEnded _ -> room.typing.clear();
            case ChatMessage _ -> said(logged.by());
            case CodeUpdate update -> room.list(logged, update);
            case RoomEvent _ -> {}
        }
    }

    private void said(@Nullable ParticipantId by) {
        if (by != null) {
            room.typing.off(by);
        }
    }

    private void edited(DocumentId doc, TextOperation operation, @Nullable ParticipantId by) {
        if (doc.equals(DocumentId.MAIN)) {
            room.carets.carry(operation, by);
            edits.add(operation, by);
        }
    }

    private void withdrawn(Notice.Withdrawn withdrawn) {
        edited(withdrawn.doc(), withdrawn.operation(), null);
        if (!withdrawn.texts().isEmpty()) {
            room.lastWithdrawn.set(new Withdrawn(String.join("\n", withdrawn.texts())));
        }
    }

    private void pointed(Notice.Pointed pointed) {
        if (pointed.doc().equals(DocumentId.MAIN)) {
            room.carets.point(pointed.by(), pointed.selections());
        }
    }

    private void typing(ParticipantId by, boolean on) {
        if (on) {
            room.typing.on(by, local.millis());
            FxTimer.after(OthersTyping.VALID_MS, () -> room.typing.expire(local.millis()));
        } else {
            room.typing.off(by);
        }
    }

    void refused(@Nullable Intent intent, Refusal refusal) {
        if (intent instanceof Intent.ChatMessage(String text)) {
            room.chat.refused(text);
        }
        if (refusal.code() == ErrorCode.NO_SUCH_RUN) {
            return; // it came to its end meanwhile, which is seen
        }
        room.lastRefusal.set(null); // so that the same one is noticed again
        room.lastRefusal.set(refusal);
    }
}
