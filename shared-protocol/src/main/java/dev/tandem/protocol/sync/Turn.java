package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.JoinRoom.ByResumeToken;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Refusals;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.ClientState.Link;
import dev.tandem.protocol.sync.DocumentSync.Withdrawal;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/// One step of a client while it is being made: a working copy of its state, and what is to be sent
/// and told. It lives for one call and belongs to that call's thread.
final class Turn {
    /// How many changes of each document a client remembers: more than anyone's caret lags behind,
    /// and no more than a long interview makes memory of.
    static final int REMEMBERED = 2_048;

    private static final long REMEMBERED_CODE_UNITS = 1 << 20;

    private final JoinRoom entry;
    private final List<ClientMessage> send = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Link link;
    Asking asking;
    @Nullable You you;
    RoomState confirmed;
    Unanswered unanswered;
    PMap<DocumentId, DocumentSync> documents;
    Doubts doubts;

    Turn(ClientState state) {
        entry = state.entry();
        link = state.link();
        asking = state.asking();
        you = state.you();
        confirmed = state.confirmed();
        unanswered = state.unanswered();
        documents = state.documents();
        doubts = state.doubts();
    }

    Step end() {
        RoomState latest = confirmed.withLatest(REMEMBERED, REMEMBERED_CODE_UNITS);
        ClientState state =
                new ClientState(entry, link, asking, you, latest, unanswered, documents, doubts);
        return new Step(new RoomClient(state), send, notices);
    }

    void send(ClientMessage message) {
        send.add(message);
    }

    void tell(Notice notice) {
        notices.add(notice);
    }

    void connected() {
        link = Link.JOINING;
        send.add(
                you == null
                        ? entry
                        : new ByResumeToken(
                                you.resumeToken(),
                                asking == Asking.WHOLE ? null : unanswered.since(confirmed.seq())));
    }

    void disconnected() {
        link = Link.DOWN;
    }

    /// What is here and what the relay says do not fit. What was sent may have been taken or not,
    /// so that is asked first.
    void outOfStep() {
        leave(unanswered.isEmpty() ? Asking.WHOLE : Asking.ANSWERS);
    }

    /// Nothing more is heard on this connection.
    void leave(Asking next) {
        asking = next;
        link = Link.DOWN;
        tell(new Notice.OutOfStep());
    }

    void submit(Intent intent) {
        if (you == null) {
            throw new IllegalStateException("not in the room yet");
        }
        if (intent instanceof Intent.CodeUpdate
                || intent instanceof Intent.MalformedCodeUpdate
                || intent instanceof Intent.UpdateSession) {
            throw new IllegalArgumentException(
                    "not to be submitted: " + intent.getClass().getSimpleName());
        }
        issue(intent);
    }

    void edit(DocumentId doc, OwnEdit edit) {
        TextOperation onVisible = edit.operation();
        if (isTooLong(onVisible)) {
            Withdrawal withdrawal = document(doc).withdraw(onVisible);
            tell(new Notice.Withdrawn(doc, withdrawal.undo(), withdrawal.texts()));
            tell(
                    new Notice.Refused(
                            new Intent.CodeUpdate(doc, revision(doc), onVisible),
                            Refusals.tooLarge(onVisible.targetLength())));
            return;
        }
        put(doc, document(doc).edit(edit));
        launch(doc);
    }

    /// The relay would refuse it, and whatever was typed after it as well.
    private static boolean isTooLong(TextOperation edit) {
        return edit.targetLength() > Limits.DOCUMENT_LENGTH
                && edit.targetLength() > edit.baseLength();
    }

    void point(DocumentId doc, List<Selection> selections) {
        DocumentSync document = documents.get(doc);
        if (document != null
                && selections.stream().allMatch(s -> s.isWithin(document.visible().length()))) {
            put(doc, document.point(selections));
            tellCarets(doc);
        }
    }

    void typing(boolean on) {
        if (link == Link.LIVE) {
            send.add(new Typing(on));
        }
    }

    /// Sends what waits of a document's edits, if none is in flight.
    void launch(DocumentId doc) {
        DocumentSync waiting = documents.get(doc);
        if (link != Link.LIVE || waiting == null || waiting.inFlight() != null) {
            return;
        }
        if (waiting.isClean()) {
            tellCarets(doc);
        } else {
            put(doc, waiting.launch());
            issueInFlight(doc);
        }
    }

    private void issueInFlight(DocumentId doc) {
        DocumentSync mine = documents.get(doc);
        if (mine != null && mine.flying() != null) {
            TextOperation operation = mine.flying().operation();
            issue(new Intent.CodeUpdate(doc, revision(doc), operation, mine.undoOf()));
        }
    }

    private void issue(Intent intent) {
        unanswered = unanswered.plus(intent, confirmed.seq());
        if (link == Link.LIVE) {
            send.add(new Command(unanswered.newest().id(), intent));
        }
    }

    /// Everything unanswered is offered again under new ids, in its order, then what waited.
    void offerAgain(long highestTaken) {
        List<Pending> again = unanswered.commands();
        unanswered = unanswered.cleared(highestTaken);
        for (Pending command : again) {
            if (command.intent() instanceof Intent.CodeUpdate update) {
                issueInFlight(update.doc());
            } else {
                issue(command.intent());
            }
        }
        launchAll();
    }

    /// Nothing of what is unanswered happened. It waits as if it had never been sent: an edit in
    /// front of what was typed after it, anything else under a new id.
    void takeBack(long highestTaken) {
        List<Pending> again = unanswered.commands();
        unanswered = unanswered.cleared(highestTaken);
        for (Pending command : again) {
            if (command.intent() instanceof Intent.CodeUpdate update) {
                land(update.doc());
            } else {
                issue(command.intent());
            }
        }
    }

    void launchAll() {
        documents.keySet().forEach(this::launch);
    }

    /// A document is there from now on, as it is confirmed.
    void adopt(DocumentId doc) {
        Document document = confirmed.document(doc);
        if (document != null && !documents.containsKey(doc)) {
            put(doc, DocumentSync.of(document.text()));
        }
    }

    /// What is in flight of a document is to be sent again, with what waits behind it.
    void land(DocumentId doc) {
        DocumentSync mine = documents.get(doc);
        if (mine != null) {
            put(doc, mine.land());
        }
    }

    /// Gives up all unconfirmed work on a document, and tells what it was.
    void withdraw(DocumentId doc) {
        Document document = confirmed.document(doc);
        DocumentSync mine = documents.get(doc);
        if (document == null || mine == null || mine.isClean()) {
            return;
        }
        Withdrawal withdrawal = mine.withdraw(document.text());
        put(doc, withdrawal.next());
        tell(new Notice.Withdrawn(doc, withdrawal.undo(), withdrawal.texts()));
    }

    void drop(DocumentId doc) {
        documents = documents.minus(doc);
        doubts = doubts.minus(doc);
    }

    private void tellCarets(DocumentId doc) {
        DocumentSync mine = document(doc);
        List<Selection> selections = mine.pointing();
        if (link == Link.LIVE && mine.isClean() && selections != null) {
            put(doc, mine.pointed());
            send.add(new Cursor(doc, revision(doc), selections));
        }
    }

    DocumentSync document(DocumentId doc) {
        return ClientState.document(documents, doc);
    }

    void put(DocumentId doc, DocumentSync document) {
        documents = documents.plus(doc, document);
    }

    private Revision revision(DocumentId doc) {
        Document document = confirmed.document(doc);
        if (document == null) {
            throw new IllegalArgumentException("no such document: " + doc);
        }
        return document.revision();
    }
}
