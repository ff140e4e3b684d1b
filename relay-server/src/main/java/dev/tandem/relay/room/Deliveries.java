package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is to be told, in its order, once everything before it is committed. On the room's thread.
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final List<Runnable> waiting = new ArrayList<>();

    void add(Runnable delivery) {
        waiting.add(delivery);
    }

    void tell(Seat seat, ServerMessage message) {
        add(() -> seat.subscriber().send(Outgoing.of(message)));
    }

    /// The message is written once for all.
    void tellAll(Collection<Seat> seats, ServerMessage message) {
        if (!seats.isEmpty()) {
            add(() -> {
                Outgoing outgoing = Outgoing.of(message);
                seats.forEach(seat -> seat.subscriber().send(outgoing));
            });
        }
    }

    /// All of these see the same of it.
    void tellAll(Collection<Seat> seats, LoggedEvent event, Role reader) {
        tellAll(seats, new ServerMessage.Event(Live.event(event, reader)));
    }

    void close(Seat seat, CloseCode code) {
        add(() -> seat.subscriber().close(code));
    }

    /// What happened has happened: a defect in telling one does not keep it from the others.
    void deliver() {
        for (Runnable delivery : waiting) {
            try {
                delivery.run();
            } catch (RuntimeException e) {
                LOG.error("A delivery failed", e);
            }
        }
    }
}
