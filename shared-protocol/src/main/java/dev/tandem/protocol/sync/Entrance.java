package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.ClientState.Link;
import dev.tandem.protocol.sync.DocumentSync.Received;
import dev.tandem.protocol.text.TextOperation;

/// How a client enters the room: for the first time, back with what happened meanwhile, or back
/// with the whole state where what happened cannot be told.
record Entrance(Turn turn, Reception reception) {

    /// One's own work waits until all that happened is known: nothing is sent before the end.
    void enter(RoomSnapshot snapshot) {
        turn.tell(new Notice.Entered(snapshot, turn.you == null));
        turn.you = snapshot.you();
        turn.wantsWhole = false;
        switch (snapshot.content()) {
            case Tail(var events) -> catchUp(snapshot, events);
            case Whole whole -> replace(snapshot, whole);
        }
        if (!turn.wantsWhole) {
            turn.link = Link.LIVE;
            turn.offerAgain(snapshot.you().lastId());
        }
    }

    private void catchUp(RoomSnapshot snapshot, Iterable<LoggedEvent> events) {
        for (LoggedEvent event : events) {
            reception.happened(event);
            if (turn.wantsWhole) {
                return;
            }
        }
        turn.confirmed = turn.confirmed.at(snapshot.seq(), turn.confirmed.at());
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

    /// An edit whose id is not above the highest taken was taken, or refused before that one was.
    /// The whole state does not say which, unless the document took nothing at all. Where it is
    /// open it counts as taken, so that nothing is ever there twice.
    private boolean wasTaken(Document old, Document document, long highestTaken) {
        return document.revision().isAfter(old.revision())
                && turn.unanswered.commands().stream()
                        .filter(command -> command.isEditOf(document.doc()))
                        .anyMatch(command -> command.id().value() <= highestTaken);
    }

    private static RoomState restored(RoomSnapshot snapshot, Whole whole) {
        return RoomState.restored(
                snapshot.session().facts(),
                snapshot.seq(),
                snapshot.serverNow(),
                snapshot.participants(),
                whole.documents().stream().map(Entrance::document).toList(),
                whole.chat());
    }

    private static Document document(DocumentState d) {
        return Document.at(d.doc(), d.name(), d.language(), d.revision(), d.text());
    }
}
