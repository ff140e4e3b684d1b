package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.ClientState.Link;
import dev.tandem.protocol.sync.DocumentSync.Received;

/// How a client enters the room: for the first time, back with what happened meanwhile, or back
/// with the whole state where what happened cannot be told.
record Entrance(Turn turn, Reception reception) {

    void enter(RoomSnapshot snapshot) {
        turn.tell(new Notice.Entered(snapshot, turn.you == null));
        turn.you = snapshot.you();
        turn.wantsWhole = false;
        turn.link = Link.LIVE;
        switch (snapshot.content()) {
            case Tail(var events) -> catchUp(snapshot, events);
            case Whole whole -> replace(snapshot, whole);
        }
        if (turn.link == Link.LIVE) {
            turn.offerAgain(snapshot.you().lastId());
        }
    }

    /// One's own work waits until all that happened is known, so nothing is launched in between.
    private void catchUp(RoomSnapshot snapshot, Iterable<LoggedEvent> events) {
        turn.link = Link.JOINING;
        for (LoggedEvent event : events) {
            reception.happened(event);
            if (turn.wantsWhole) {
                return;
            }
        }
        turn.confirmed = turn.confirmed.at(snapshot.seq(), turn.confirmed.at());
        turn.link = Link.LIVE;
    }

    private void replace(RoomSnapshot snapshot, Whole whole) {
        RoomState before = turn.confirmed;
        long taken = snapshot.you().lastId();
        turn.confirmed = restored(snapshot, whole);
        before.documents().keySet().stream()
                .filter(doc -> turn.confirmed.document(doc) == null)
                .forEach(turn::drop);
        for (Document document : turn.confirmed.documents().values()) {
            Document old = before.document(document.doc());
            if (old == null) {
                turn.adopt(document.doc());
            } else {
                rebase(old, document, taken);
            }
        }
        turn.forgetUpTo(taken);
    }

    private void rebase(Document old, Document document, long taken) {
        DocumentId doc = document.doc();
        DocumentSync mine = turn.document(doc);
        String standsOn = old.text().toString();
        if (mine.inFlight() != null && wasTaken(doc, taken)) {
            standsOn = mine.inFlight().apply(standsOn);
            mine = mine.acknowledged();
        }
        Received received = mine.rebase(standsOn, document.text().toString());
        turn.put(doc, received.next());
        turn.carryPointing(doc, received.onVisible());
        if (!received.onVisible().isIdentity()) {
            turn.tell(new Notice.Edited(doc, received.onVisible(), null));
        }
    }

    private boolean wasTaken(DocumentId doc, long taken) {
        return turn.pending.stream()
                .filter(command -> isEditOf(doc, command.intent()))
                .anyMatch(command -> command.id().value() <= taken);
    }

    private static boolean isEditOf(DocumentId doc, Intent intent) {
        return intent instanceof Intent.CodeUpdate update && update.doc().equals(doc);
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
