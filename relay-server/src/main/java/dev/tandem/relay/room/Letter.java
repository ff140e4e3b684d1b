package dev.tandem.relay.room;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.room.RoomState;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be in a room's mailbox.
sealed interface Letter {

    /// Someone comes, by a new connection.
    record Arrived(Seat seat) implements Letter {}

    record Commanded(Seat seat, Command command) implements Letter {}

    record Passed(Seat seat, @Nullable CommandId id, Passing passing) implements Letter {}

    /// Someone found that they have another text.
    record Differed(Seat seat, @Nullable CommandId id, Diverged diverged) implements Letter {}

    /// A connection is gone.
    record Departed(Seat seat) implements Letter {}

    /// The interviewer to whom the session belongs wants something from outside the room.
    record Requested(Intent intent, CompletableFuture<Decision> answer) implements Letter {}

    /// Someone outside wants to know something about the room.
    record Asked<T>(Function<RoomState, T> question, CompletableFuture<T> answer)
            implements Letter {
        void answer(RoomState state) {
            answer.complete(question.apply(state));
        }
    }

    /// Everything about the session is to be erased, if it has ended.
    record Erased(Runnable erase, CompletableFuture<Boolean> answer) implements Letter {}

    /// Something became of a run.
    record Ran(RunId run, RoomEvent event) implements Letter {}

    /// A run has come further, which passes.
    record Progressed(RunProgress progress) implements Letter {}

    /// The relay knows more, or less, of what it can run.
    record Stocked() implements Letter {}

    /// A deadline may have passed.
    record Woken() implements Letter {}

    /// The relay goes away.
    record Closed() implements Letter {}
}
