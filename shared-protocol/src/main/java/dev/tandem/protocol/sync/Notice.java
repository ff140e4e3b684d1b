package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client has to tell. The visible text of a document is what is confirmed with one's own
/// unconfirmed work on top; all offsets here are offsets in it.
public sealed interface Notice {

    /// One is in the room, for the first time or again.
    ///
    /// For the first time the texts begin as the snapshot has them; later, what changed in them
    /// follows as [Edited], and they must not be taken from the snapshot, which knows nothing of
    /// one's unconfirmed work. What else there is (people, chat, which documents are open) follows
    /// as [Happened] where the snapshot tells what happened meanwhile; where it tells the whole
    /// state, it is what [RoomClient#confirmed()] says.
    ///
    /// @param first whether it is the first time
    record Entered(RoomSnapshot snapshot, boolean first) implements Notice {}

    /// Something lasting happened, one's own doing included, in the order of the log.
    record Happened(LoggedEvent event) implements Notice {}

    /// The visible text was changed by someone else; `by` is null where it is not known by whom.
    record Edited(DocumentId doc, TextOperation operation, @Nullable ParticipantId by)
            implements Notice {}

    /// What one had typed was refused, or its document was closed before it was confirmed:
    /// `operation` takes it out of the visible text again. `texts` are what had been typed, so that
    /// it is not lost.
    record Withdrawn(DocumentId doc, TextOperation operation, List<String> texts)
            implements Notice {
        public Withdrawn {
            texts = List.copyOf(texts);
        }
    }

    /// Someone else's carets are here now.
    record Pointed(ParticipantId by, DocumentId doc, List<Selection> selections) implements Notice {
        public Pointed {
            selections = List.copyOf(selections);
        }
    }

    record TypingChanged(ParticipantId by, boolean on) implements Notice {}

    /// Something was refused; `intent` is null where it is not known what.
    record Refused(@Nullable Intent intent, Refusal refusal) implements Notice {}

    /// How far a run has come.
    record RunProgressed(ServerMessage.RunProgressed progress) implements Notice {}

    /// What the relay can run is something else now.
    record RunnerChanged(Runner runner) implements Notice {}

    /// The relay signed how far the log has come; newer than what was told before.
    record HeadSigned(Head head) implements Notice {}

    /// The answer to a ping; `serverNow` in epoch milliseconds UTC.
    record Ponged(Number t, long serverNow) implements Notice {}

    /// The relay says what the text of a document has to be. Somebody has to compare it with the
    /// text that is confirmed here, and to tell what [Text#hash()] gives by
    /// [RoomClient#compared(Checked, String)], on the same connection. That costs the length of the
    /// text, and may be done by any thread.
    ///
    /// @param revision of `text`: that of the check, unless something was not heard
    record Checked(TextChecked check, Revision revision, Text text) implements Notice {}

    /// The text of a document is the relay's.
    record Agreed(DocumentId doc) implements Notice {}

    /// The text of a document is not the relay's. It is put right by the whole state ([OutOfStep]
    /// follows), unless that was to no avail lately.
    ///
    /// @param revision of the text here
    /// @param hash of the text here
    record Diverged(TextChecked check, Revision revision, String hash) implements Notice {}

    /// What the relay says does not fit what is known here: the connection has to be opened afresh,
    /// and the client will ask for the whole state, or first for what became of its own commands,
    /// and then be out of step again. Nothing typed is lost.
    record OutOfStep() implements Notice {}
}
