package dev.tandem.protocol.sync;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.Acknowledgement.Revised;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import java.util.Optional;

/// Alters one message about a text on its way, or loses it, as no network should.
final class FaultyWire {
    private enum Fault {
        OTHER_TEXT,
        MORE_TEXT,
        LOST
    }

    private Fault next;

    /// The next message about a text is not carried as it is.
    void failNext(int how) {
        next = Fault.values()[how % Fault.values().length];
    }

    void failNoMore() {
        next = null;
    }

    /// The message as it arrives; empty if it does not.
    Optional<ServerMessage> carry(ServerMessage message) {
        Optional<ServerMessage> carried = next == null ? Optional.of(message) : fail(message);
        if (!carried.equals(Optional.of(message))) {
            next = null;
        }
        return carried;
    }

    private Optional<ServerMessage> fail(ServerMessage message) {
        return switch (message) {
            case Event(LoggedEvent logged) when logged.event() instanceof CodeUpdate update ->
                    next == Fault.LOST
                            ? Optional.empty()
                            : Optional.of(new Event(altered(logged, update)));
            case Ack(var id, var seq, long at, Revised(Revision revision)) ->
                    next == Fault.LOST
                            ? Optional.empty()
                            : Optional.of(new Ack(id, seq, at, new Revised(revision.next())));
            case ServerMessage _ -> Optional.of(message);
        };
    }

    private LoggedEvent altered(LoggedEvent logged, CodeUpdate update) {
        return new LoggedEvent(
                logged.seq(),
                logged.at(),
                logged.by(),
                logged.id(),
                new CodeUpdate(update.doc(), update.revision(), altered(update.operation()), null));
    }

    /// Whatever it inserts is other text then; what inserts nothing stays as it is.
    private TextOperation altered(TextOperation operation) {
        var altered = new TextOperation.Builder();
        for (TextOperation.Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> altered.keep(length);
                case Delete(int length) -> altered.delete(length);
                case Insert(String text) ->
                        altered.insert(
                                next == Fault.MORE_TEXT ? text + "?" : "?".repeat(text.length()));
            }
        }
        return altered.build();
    }
}
