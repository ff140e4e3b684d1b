package dev.tandem.desktop.history;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown of the interview that is selected.
public sealed interface Details {
    /// Which one it is; null where none is selected.
    @Nullable SessionSummary session();

    record Nothing() implements Details {
        @Override
        public @Nullable SessionSummary session() {
            return null;
        }
    }

    /// Its code is still to come.
    record Coming(SessionSummary session) implements Details {}

    record Whole(SessionSummary session, List<DocumentState> documents) implements Details {
        public Whole {
            documents = List.copyOf(documents);
        }
    }

    /// Its code did not come.
    record Failed(SessionSummary session, String sentence) implements Details {}
}
