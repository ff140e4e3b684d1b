package dev.tandem.relay.room;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Passing;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A connection's place in a room: what comes over the connection goes to the room through it, in
/// its order. Used by the connection's thread.
public final class Seat {
    private final Semaphore free;
    private final Mailbox mailbox;
    private final Entry entry;
    private final Subscriber subscriber;

    /// @param mostWaiting how much of the connection may wait for the room
    Seat(Mailbox mailbox, int mostWaiting, Entry entry, Subscriber subscriber) {
        this.free = new Semaphore(mostWaiting);
        this.mailbox = mailbox;
        this.entry = entry;
        this.subscriber = subscriber;
    }

    /// Asks the room for something lasting. Waits while too much waits already, so that no more is
    /// read from the connection meanwhile.
    public void say(Command command) {
        post(new Letter.Commanded(this, command));
    }

    /// Lets the others know something that passes; waits like [#say(Command)].
    ///
    /// @param id under which it is answered if it is refused; null for none
    public void say(@Nullable CommandId id, Passing passing) {
        post(new Letter.Passed(this, id, passing));
    }

    /// The connection is gone. May be said more than once.
    public void leave() {
        mailbox.post(new Letter.Departed(this));
    }

    private void post(Letter letter) {
        free.acquireUninterruptibly();
        if (!mailbox.post(letter)) {
            free.release();
        }
    }

    /// One of the things that were said is dealt with.
    void heard() {
        free.release();
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
