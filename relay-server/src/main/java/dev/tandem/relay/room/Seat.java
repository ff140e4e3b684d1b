package dev.tandem.relay.room;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.relay.log.LogContext;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A connection's place in a room: what comes over the connection goes to the room through it, in
/// its order. Made and used by the connection's thread.
public final class Seat {
    private final Semaphore free;
    private final @Nullable String connection = LogContext.connection();
    private final Paces paces;
    private final Mailbox mailbox;
    private final Entry entry;
    private final Subscriber subscriber;

    /// @param commandsWaiting how much of what it says may wait for the room
    Seat(Mailbox mailbox, int commandsWaiting, Paces paces, Entry entry, Subscriber subscriber) {
        this.free = new Semaphore(commandsWaiting);
        this.paces = paces;
        this.mailbox = mailbox;
        this.entry = entry;
        this.subscriber = subscriber;
    }

    /// Asks the room for something lasting. Waits while too much waits already, so that no more is
    /// read from the connection meanwhile.
    public void say(Command command) {
        free.acquireUninterruptibly();
        post(new Letter.Commanded(this, command));
    }

    /// Tells the room that one has another text; waits like [#say(Command)].
    ///
    /// @param id under which it is answered; null for no answer
    public void say(@Nullable CommandId id, Diverged diverged) {
        free.acquireUninterruptibly();
        post(new Letter.Differed(this, id, diverged));
    }

    /// Lets the others know something that passes, unless too much waits already, or went by just
    /// now.
    ///
    /// @param id under which it is answered if it is refused; null for none
    /// @return whether it is on its way
    public boolean offer(@Nullable CommandId id, Passing passing) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (!paces.mayPass(participantId())) {
            free.release();
            return false;
        }
        post(new Letter.Passed(this, id, passing));
        return true;
    }

    /// The connection is gone. May be said more than once.
    public void leave() {
        mailbox.post(new Letter.Departed(this));
    }

    private void post(Letter letter) {
        if (!mailbox.post(letter)) {
            free.release();
        }
    }

    /// One of the things that were said is dealt with.
    void heard() {
        free.release();
    }

    /// For what is logged about it, on the room's thread.
    LogContext logContext() {
        return LogContext.ofConnection(connection);
    }

    ParticipantId participantId() {
        return entry.participantId();
    }

    Entry entry() {
        return entry;
    }

    Subscriber subscriber() {
        return subscriber;
    }
}
