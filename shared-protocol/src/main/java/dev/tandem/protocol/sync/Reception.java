package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.message.ServerMessage.Duplicate;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.message.ServerMessage.Noted;
import dev.tandem.protocol.message.ServerMessage.Pong;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.message.ServerMessage.RunProgressed;
import dev.tandem.protocol.message.ServerMessage.RunnerChanged;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.message.ServerMessage.TypingChanged;
import dev.tandem.protocol.message.ServerMessage.Unknown;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.sync.ClientState.Link;
import dev.tandem.protocol.sync.DocumentSync.Received;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client makes of the relay's messages.
final class Reception {
    private final Turn turn;

    Reception(Turn turn) {
        this.turn = turn;
    }

    /// Only a snapshot is of use before one is in the room.
    void receive(ServerMessage message) {
        if (turn.link == Link.JOINING && message instanceof RoomSnapshot snapshot) {
            new Entrance(turn, this).enter(snapshot);
        } else if (turn.link == Link.JOINING && message instanceof Refused(_, var refusal)) {
            turn.tell(new Notice.Refused(null, refusal));
        } else if (turn.link == Link.LIVE) {
            hear(message);
        }
    }

    private void hear(ServerMessage message) {
        switch (message) {
            case Event(LoggedEvent event) -> happened(event);
            case Ack ack -> acknowledged(ack);
            case Duplicate _ -> {} // what became of it stands at its place in the log
            case Noted _ -> {}
            case Refused refused -> refused(refused);
            case CursorMoved moved -> pointed(moved);
            case TypingChanged(_, var by, boolean on) ->
                    turn.tell(new Notice.TypingChanged(by, on));
            case TextChecked check -> new Comparison(turn).begin(check);
            case RunProgressed progressed -> turn.tell(new Notice.RunProgressed(progressed));
            case RunnerChanged(_, Runner runner) -> turn.tell(new Notice.RunnerChanged(runner));
            case HeadSigned(_, Head head) -> turn.tell(new Notice.HeadSigned(head));
            case Pong(Number t, long serverNow) -> ponged(t, serverNow);
            case Unknown(_, Seq seq) -> skip(seq);
            case RoomSnapshot _ -> turn.outOfStep();
        }
    }

    /// What is already known is not taken in twice. What became of a command that is still pending
    /// cannot be known already: it was not heard where it stands.
    void happened(LoggedEvent logged) {
        if (!logged.seq().isAfter(turn.confirmed.seq())) {
            if (isAnswer(logged)) {
                turn.outOfStep();
            }
            return;
        }
        switch (logged.event()) {
            case CodeUpdate update when isAnswer(logged) -> ownEdit(logged, update);
            case CodeUpdate update -> othersEdit(logged, update);
            case DocumentOpened opened -> {
                evolve(logged);
                turn.adopt(opened.doc());
            }
            case DocumentClosed(DocumentId doc) -> {
                turn.withdraw(doc);
                evolve(logged);
                turn.drop(doc);
            }
            case RoomEvent _ -> evolve(logged);
        }
    }

    /// Whether it is what became of a command that is still pending.
    boolean isAnswer(LoggedEvent logged) {
        return isMine(logged) && turn.unanswered.find(logged.id()) != null;
    }

    private boolean isMine(LoggedEvent logged) {
        return turn.you != null && turn.you.participantId().equals(logged.by());
    }

    /// Only here is a command no longer pending: one whose event does not fit is still known when
    /// the whole state comes, and is not offered twice.
    private void evolve(LoggedEvent logged) {
        if (isMine(logged)) {
            turn.unanswered = turn.unanswered.minus(logged.id());
        }
        turn.confirmed = RoomRules.evolve(turn.confirmed, logged);
        turn.tell(new Notice.Happened(logged));
    }

    private void othersEdit(LoggedEvent logged, CodeUpdate update) {
        if (!fits(update)) {
            turn.outOfStep();
            return;
        }
        evolve(logged);
        Received received = turn.document(update.doc()).receive(update.operation());
        turn.put(update.doc(), received.next());
        turn.tell(new Notice.Edited(update.doc(), received.onVisible(), logged.by()));
    }

    /// Between here and the relay the operation was carried over the same others, so it is the
    /// same.
    private void ownEdit(LoggedEvent logged, CodeUpdate update) {
        if (!fits(update) || !update.operation().equals(turn.document(update.doc()).inFlight())) {
            turn.outOfStep();
            return;
        }
        evolve(logged);
        DocumentSync mine = turn.document(update.doc());
        turn.put(update.doc(), mine.made(update.revision()).acknowledged());
        turn.launch(update.doc());
    }

    private boolean fits(CodeUpdate update) {
        Document document = turn.confirmed.document(update.doc());
        return document != null && document.fits(update);
    }

    /// An acknowledgement stands where the others are told of the event, and is taken for it.
    private void acknowledged(Ack ack) {
        Pending command = turn.unanswered.find(ack.replyTo());
        if (command == null || turn.you == null) {
            return;
        }
        RoomEvent event = new Completion(turn).event(command.intent(), ack.payload());
        if (event == null) {
            turn.outOfStep();
            return;
        }
        ParticipantId me = turn.you.participantId();
        happened(new LoggedEvent(ack.seq(), ack.at(), me, ack.replyTo(), event));
    }

    private void refused(Refused refused) {
        Pending command = turn.unanswered.find(refused.replyTo());
        turn.unanswered = turn.unanswered.minus(refused.replyTo());
        Intent intent = command == null ? null : command.intent();
        ErrorCode code = refused.refusal().code();
        if (intent instanceof Intent.CodeUpdate(DocumentId doc, _, _, _)) {
            if (code == ErrorCode.BAD_OPERATION && !turn.doubts.about(doc)) {
                foundBad(doc);
                return;
            }
            refusedEdit(doc, code);
        }
        turn.tell(new Notice.Refused(intent, refused.refusal()));
    }

    /// A relay that finds an operation bad has another text: one's work is kept, and offered again
    /// over the relay's. Nobody refused anything that a person did.
    private void foundBad(DocumentId doc) {
        turn.land(doc);
        turn.doubts = turn.doubts.plus(doc);
        turn.outOfStep();
    }

    /// A relay that could not store it may be able to later; anything else will not change. What is
    /// found bad again, over the relay's own text, is bad in itself.
    private void refusedEdit(DocumentId doc, ErrorCode code) {
        if (code == ErrorCode.INTERNAL) {
            turn.land(doc);
            return;
        }
        turn.withdraw(doc);
        if (code == ErrorCode.BAD_OPERATION) {
            turn.outOfStep();
        }
        turn.launch(doc);
    }

    /// What fits no text that is known here is dropped.
    private void pointed(CursorMoved moved) {
        Document document = turn.confirmed.document(moved.doc());
        int revision = moved.revision().value();
        if (document == null || !document.history().knows(revision)) {
            return;
        }
        int length = document.history().lengthAt(document.text(), revision);
        if (moved.selections().stream().allMatch(s -> s.isWithin(length))) {
            DocumentSync mine = turn.document(moved.doc());
            List<Selection> visible =
                    moved.selections().stream()
                            .map(s -> mine.toVisible(carry(document, s, revision)))
                            .toList();
            turn.tell(new Notice.Pointed(moved.by(), moved.doc(), visible));
        }
    }

    private static Selection carry(Document document, Selection selection, int revision) {
        return new Selection(
                document.history().mapPosition(selection.anchor(), revision),
                document.history().mapPosition(selection.head(), revision));
    }

    /// A pong shows that the relay is well; what it could not store is offered again.
    private void ponged(Number t, long serverNow) {
        turn.tell(new Notice.Ponged(t, serverNow));
        turn.launchAll();
    }

    private void skip(@Nullable Seq seq) {
        if (seq != null && seq.isAfter(turn.confirmed.seq())) {
            turn.confirmed = turn.confirmed.at(seq, turn.confirmed.at());
        }
    }
}
