package dev.tandem.protocol.api;

import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import java.util.List;

/// One session with its documents, at one moment.
public record SessionDetails(SessionSummary summary, List<DocumentState> documents) {
    public SessionDetails {
        documents = List.copyOf(documents);
    }
}
