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
/// @param wantsWhole whether the next joining asks for the whole state
/// @param documents one's own work on each document that is open
record ClientState(
        JoinRoom entry,
        Link link,
        boolean wantsWhole,
        @Nullable You you,
        RoomState confirmed,
        Unanswered unanswered,
        PMap<DocumentId, DocumentSync> documents) {

    enum Link {
        DOWN,
        JOINING,
        LIVE
    }

    static ClientState joining(JoinRoom entry) {
        return new ClientState(
                entry,
                Link.DOWN,
                false,
                null,
                RoomState.EMPTY,
                Unanswered.NONE,
                HashTreePMap.empty());
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
