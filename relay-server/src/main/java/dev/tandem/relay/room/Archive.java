package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Intent.CodeUpdate;
import dev.tandem.protocol.intent.Intent.MalformedCodeUpdate;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.Misfit;
import dev.tandem.protocol.text.TextChange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/// The changes of documents that a room does not remember any more, and its log does. A room
/// remembers the last ones, which is all that people with a connection ever refer to; whoever comes
/// with something older is answered no differently, only later. On the room's thread, which it
/// makes wait for the log.
record Archive(RoomContext context) {
    /// How many changes of each document a room remembers.
    static final int REMEMBERED = 256;

    /// How much text these insert and delete at most.
    static final long REMEMBERED_CODE_UNITS = 1 << 17;

    private static final int READ_AT_ONCE = 500;

    /// The state without what a room does not remember.
    static RoomState forget(RoomState state) {
        return state.withLatest(REMEMBERED, REMEMBERED_CODE_UNITS);
    }

    /// What is to be decided in place of `intent`: an edit that refers to something forgotten as
    /// the same edit of the text as it is now, or as what is wrong with it; anything else as it is.
    Intent recall(RoomState state, ParticipantId author, Intent intent) {
        if (!(intent instanceof CodeUpdate update)) {
            return intent;
        }
        Document document = state.document(update.doc());
        return document == null
                        || update.revision().value() >= document.history().baseRevision()
                        || RoomRules.whyNot(state, author, Capability.EDIT) != null
                ? intent
                : carry(update, document);
    }

    private Intent carry(CodeUpdate update, Document document) {
        Iterable<TextChange> since = () -> new Changes(update, document);
        Misfit misfit = DocumentHistory.check(update.operation(), since, document.text());
        return misfit == null
                ? new CodeUpdate(
                        update.doc(),
                        document.revision(),
                        DocumentHistory.transform(update.operation(), since))
                : new MalformedCodeUpdate(update.doc(), misfit.message());
    }

    /// The changes of a document since an update's revision: from the log those that are forgotten,
    /// a few at a time since all of them may be large, and then those that are remembered.
    private final class Changes implements Iterator<TextChange> {
        private final DocumentId doc;
        private final int base;
        private final Iterator<TextChange> remembered;
        private final Deque<TextChange> read = new ArrayDeque<>();
        private int revision;
        private Seq after;

        Changes(CodeUpdate update, Document document) {
            doc = update.doc();
            base = document.history().baseRevision();
            remembered = document.history().since(base).iterator();
            revision = update.revision().value();
            after = new Seq(revision); // every revision has an event of its own
        }

        @Override
        public boolean hasNext() {
            return revision < base || remembered.hasNext();
        }

        @Override
        public TextChange next() {
            if (revision == base) {
                return remembered.next();
            }
            while (read.isEmpty()) {
                readOn();
            }
            revision++;
            return read.removeFirst();
        }

        private void readOn() {
            List<LoggedEvent> events = context.log().read(context.session(), after, READ_AT_ONCE);
            if (events.isEmpty()) {
                throw new NoSuchElementException("the log ends before revision " + base);
            }
            after = events.getLast().seq();
            for (LoggedEvent logged : events) {
                if (logged.event() instanceof RoomEvent.CodeUpdate update && isNext(update)) {
                    read.add(
                            new TextChange(
                                    update.operation(), Objects.requireNonNull(update.deleted())));
                }
            }
        }

        private boolean isNext(RoomEvent.CodeUpdate update) {
            int next = revision + read.size() + 1;
            return update.doc().equals(doc) && next <= base && update.revision().value() == next;
        }
    }
}
