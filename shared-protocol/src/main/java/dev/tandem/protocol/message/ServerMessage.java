package dev.tandem.protocol.message;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.RunPhase;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the relay says to a client. Times are epoch milliseconds UTC on the relay's clock.
public sealed interface ServerMessage
        permits RoomSnapshot, ServerMessage.Answer, ServerMessage.News {

    /// Something that happened, or that passes.
    sealed interface News extends ServerMessage {}

    /// The answer to a command.
    sealed interface Answer extends ServerMessage {}

    record Event(LoggedEvent event) implements News {}

    /// One's own command happened; this stands where the others are told of its event.
    record Ack(CommandId replyTo, Seq seq, long at, Acknowledgement payload) implements Answer {}

    /// The command had been taken before and has no second effect. Stands outside the order.
    record Duplicate(CommandId replyTo) implements Answer {}

    /// That one's text is another was said under an id, and heard. It has no place in the log, and
    /// its id is not taken.
    record Noted(CommandId replyTo, long at) implements Answer {}

    /// Nothing happened. `replyTo` is null where what was said had no usable id.
    record Refused(@Nullable CommandId replyTo, Refusal refusal) implements Answer {}

    /// Where someone's carets are in the text of `doc` at `revision`.
    record CursorMoved(
            long at,
            ParticipantId by,
            DocumentId doc,
            Revision revision,
            List<Selection> selections)
            implements News {
        public CursorMoved {
            selections = List.copyOf(selections);
        }
    }

    record TypingChanged(long at, ParticipantId by, boolean on) implements News {}

    /// What the text of `doc` at `revision` has to be, so that nobody goes on with another one. It
    /// comes behind all that made this revision, and before what makes the next.
    ///
    /// @param hash as of [dev.tandem.protocol.text.Text#hash()]
    record TextChecked(long at, DocumentId doc, Revision revision, String hash) implements News {}

    /// How far a run has come.
    ///
    /// @param at since when
    /// @param place in the queue, from 1; null where it does not wait there
    /// @param limitMs how long this phase may take; null for as long as it likes
    record RunProgressed(
            long at, RunId runId, RunPhase phase, @Nullable Integer place, @Nullable Long limitMs)
            implements News {}

    /// What the relay can run is known now, or is something else now.
    record RunnerChanged(long at, Runner runner) implements News {}

    /// How far the log had come when the relay signed it last.
    record HeadSigned(long at, Head head) implements News {}

    /// The answer to a ping, with its `t`.
    record Pong(Number t, long serverNow) implements News {}

    /// Something of a newer relay, to be ignored; `seq` is its place in the log, if it has one.
    record Unknown(String type, @Nullable Seq seq) implements News {}
}
