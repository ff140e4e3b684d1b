package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.ClientState.Link;
import dev.tandem.protocol.sync.DocumentSync.Received;
import dev.tandem.protocol.text.TextOperation;

/// How a client enters the room: for the first time, back with what happened meanwhile, or back
/// with the whole state where what happened cannot be told.
record Entrance(Turn turn, Reception reception) {

    /// One's own work waits until all that happened is known: nothing is sent before the end.
    void enter(RoomSnapshot snapshot) {
        switch (snapshot.content()) {
            case Tail(var events) when turn.asking == Asking.ANSWERS -> {
                turn.you = snapshot.you();
                settle(snapshot, events);
                turn.leave(Asking.WHOLE);
            }
            case Tail(var events) -> {
                begin(snapshot);
                catchUp(snapshot, events);
            }
            case Whole whole -> {
                begin(snapshot);
                replace(snapshot, whole);
            }
        }
        if (turn.link == Link.JOINING) {
            turn.link = Link.LIVE;
            turn.offerAgain(snapshot.you().lastId());
        }
    }

    private void begin(RoomSnapshot snapshot) {
        turn.tell(new Notice.Entered(snapshot, turn.you == null));
        turn.you = snapshot.you();
        turn.asking = Asking.NEWS;
    }

    private void catchUp(RoomSnapshot snapshot, Iterable<LoggedEvent> events) {
        for (LoggedEvent event : events) {
            reception.happened(event);
            if (turn.link == Link.DOWN) {
                settle(snapshot, events);
                turn.asking = Asking.WHOLE;
                return;
            }
        }
        turn.confirmed = turn.confirmed.at(snapshot.seq(), turn.confirmed.at());
    }

    /// Takes of what happened only what became of one's own commands. An edit that stays in flight
    /// without its command was taken.
    private void settle(RoomSnapshot snapshot, Iterable<LoggedEvent> events) {
        for (LoggedEvent event : events) {
            if (reception.isAnswer(event)) {
                turn.unanswered = turn.unanswered.minus(event.id());
                if (event.event() instanceof CodeUpdate update) {
                    turn.put(update.doc(), turn.document(update.doc()).made(update.revision()));
                }
            }
        }
        turn.takeBack(snapshot.you().lastId());
    }

    private void replace(RoomSnapshot snapshot, Whole whole) {
        RoomState before = turn.confirmed;
        RoomState after = restored(snapshot, whole);
        for (DocumentId doc : before.documents().keySet()) {
            if (after.document(doc) == null) {
                turn.withdraw(doc);
                turn.drop(doc);
            }
        }
        turn.confirmed = after;
        for (Document document : after.documents().values()) {
            Document old = before.document(document.doc());
            if (old == null) {
                turn.adopt(document.doc());
            } else {
                rebase(old, document, snapshot.you().lastId());
            }
        }
        turn.unanswered = turn.unanswered.minusTaken(snapshot.you().lastId());
    }

    private void rebase(Document old, Document document, long highestTaken) {
        DocumentId doc = document.doc();
        DocumentSync mine = turn.document(doc);
        String standsOn = old.text().toString();
        TextOperation inFlight = mine.inFlight();
        if (inFlight != null && wasTaken(old, document, highestTaken)) {
            standsOn = inFlight.apply(standsOn);
            mine = mine.acknowledged();
        }
        Received received = mine.rebase(standsOn, document.text().toString());
        turn.put(doc, received.next());
        if (!received.onVisible().isIdentity()) {
            turn.tell(new Notice.Edited(doc, received.onVisible(), null));
        }
    }

    /// The whole state may come for an answer to what became of one's own commands, where that
    /// cannot be told any more. Then an edit whose id is not above the highest taken was taken, or
    /// refused before that one was. The whole state does not say which, unless the document took
    /// nothing at all. Where it is open it counts as taken, so that nothing is ever there twice.
    private boolean wasTaken(Document old, Document document, long highestTaken) {
        Pending edit = turn.unanswered.editOf(document.doc());
        return edit == null
                || (document.revision().isAfter(old.revision())
                        && edit.id().value() <= highestTaken);
    }

    private static RoomState restored(RoomSnapshot snapshot, Whole whole) {
        return RoomState.restored(
                snapshot.session().facts(),
                snapshot.seq(),
                snapshot.serverNow(),
                snapshot.participants(),
                whole.documents().stream().map(Entrance::document).toList(),
                whole.chat(),
                whole.runs(),
                NotedFacts.of(snapshot.session().notesFacts(), whole.facts()));
    }

    private static Document document(DocumentState d) {
        return Document.at(d.doc(), d.name(), d.language(), d.revision(), d.text())
                .withTests(d.tests());
    }
}
