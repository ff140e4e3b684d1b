package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.room.RoomState;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// All that a client knows.
///
/// @param entry how to come in while there is no resume token
/// @param asking what the next joining asks for
/// @param documents one's own work on each document that is open
/// @param doubts about the texts of documents
record ClientState(
        JoinRoom entry,
        Link link,
        Asking asking,
        @Nullable You you,
        RoomState confirmed,
        Unanswered unanswered,
        PMap<DocumentId, DocumentSync> documents,
        Doubts doubts) {

    enum Link {
        DOWN,
        JOINING,
        LIVE
    }

    static ClientState joining(JoinRoom entry) {
        return new ClientState(
                entry,
                Link.DOWN,
                Asking.NEWS,
                null,
                RoomState.EMPTY,
                Unanswered.NONE,
                HashTreePMap.empty(),
                Doubts.NONE);
    }

    /// @throws IllegalArgumentException if there is no such document
    static DocumentSync document(PMap<DocumentId, DocumentSync> documents, DocumentId doc) {
        DocumentSync document = documents.get(doc);
        if (document == null) {
            throw new IllegalArgumentException("no such document: " + doc);
        }
        return document;
    }
}
