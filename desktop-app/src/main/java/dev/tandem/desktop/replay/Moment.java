package dev.tandem.desktop.replay;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is shown of one place of a log. Immutable.
///
/// @param page the document that is looked at; null while none is open
/// @param writer who made the last edit; null where nobody did lately
public record Moment(
        int place, RoomState state, @Nullable Page page, @Nullable ParticipantId writer) {

    /// A document as it was.
    ///
    /// @param step leads to its text from that of the moment that was shown before; null where that
    ///   was another document
    /// @param carets where people wrote last
    /// @param authors who wrote what; empty where nobody wants to know
    public record Page(
            DocumentId doc,
            String language,
            int revision,
            String text,
            @Nullable TextOperation step,
            Map<ParticipantId, List<Selection>> carets,
            List<AuthorSpan> authors) {
        public Page {
            carets = Map.copyOf(carets);
            authors = List.copyOf(authors);
        }
    }
}
