package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What was asked for and is not answered. Ids only grow, and none is ever used twice.
///
/// @param highestId the highest id used so far
/// @param commands oldest first
record Unanswered(long highestId, PVector<Pending> commands) {
    static final Unanswered NONE = new Unanswered(0, TreePVector.empty());

    /// Asks for something more.
    ///
    /// @param known the last event that is known
    Unanswered plus(Intent intent, Seq known) {
        long id = highestId + 1;
        return new Unanswered(id, commands.plus(new Pending(new CommandId(id), intent, known)));
    }

    Pending newest() {
        return commands.getLast();
    }

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /// The command with this id; null if it is none of these.
    @Nullable Pending find(@Nullable CommandId id) {
        return commands.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /// The last event that is known and stands before everything that answers these.
    Seq since(Seq known) {
        return commands.isEmpty() ? known : commands.getFirst().after();
    }

    /// The edit of `doc` that is in flight; null if none is, or it was answered.
    @Nullable Pending editOf(DocumentId doc) {
        return commands.stream().filter(c -> c.isEditOf(doc)).findFirst().orElse(null);
    }

    Unanswered minus(@Nullable CommandId id) {
        Pending command = find(id);
        return command == null ? this : new Unanswered(highestId, commands.minus(command));
    }

    /// Without what has happened, where all ids up to `highestTaken` were taken. An edit stays:
    /// whether it happened is told by what its document has in flight.
    Unanswered minusTaken(long highestTaken) {
        PVector<Pending> open = commands;
        for (Pending command : commands) {
            if (command.id().value() <= highestTaken && !command.isEdit()) {
                open = open.minus(command);
            }
        }
        return new Unanswered(highestId, open);
    }

    /// Nothing at all; new ids are above all that were used or taken.
    Unanswered cleared(long highestTaken) {
        return new Unanswered(Math.max(highestId, highestTaken), TreePVector.empty());
    }
}
