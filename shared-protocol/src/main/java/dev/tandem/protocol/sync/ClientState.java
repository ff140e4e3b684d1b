package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// All that a client knows.
///
/// @param entry how to come in while there is no resume token
/// @param wantsWhole whether the next joining asks for the whole state
/// @param highestId the highest command id used so far
/// @param pending what was asked for and is not answered, oldest first
/// @param pointing one's own carets that others have not been told yet, in the visible text
record ClientState(
        JoinRoom entry,
        Link link,
        boolean wantsWhole,
        @Nullable You you,
        RoomState confirmed,
        long highestId,
        PVector<Pending> pending,
        PMap<DocumentId, DocumentSync> documents,
        PMap<DocumentId, List<Selection>> pointing) {

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
                0,
                TreePVector.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    DocumentSync document(DocumentId doc) {
        DocumentSync document = documents.get(doc);
        if (document == null) {
            throw new IllegalArgumentException("no such document: " + doc);
        }
        return document;
    }
}
