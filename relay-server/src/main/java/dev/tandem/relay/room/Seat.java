package dev.tandem.relay.room;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.relay.log.LogContext;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A connection's place in a room: what comes over the connection goes to the room through it, in
/// its order. Made and used by the connection's thread.
public final class Seat {
    private final Semaphore free;
    private final @Nullable String connection = LogContext.connection();
    private final Pace chat;
    private final Pace runs;
    private final Mailbox mailbox;
    private final Entry entry;
    private final Subscriber subscriber;

    Seat(Mailbox mailbox, RoomSettings settings, Entry entry, Subscriber subscriber) {
        this.free = new Semaphore(settings.commandsWaiting());
        this.chat = new Pace(settings.chatPerSecond(), settings.chatBurst());
        this.runs = new Pace(settings.runsPerSecond(), settings.runBurst());
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

    /// Lets the others know something that passes, unless too much waits already.
    ///
    /// @param id under which it is answered if it is refused; null for none
    /// @return whether it is on its way
    public boolean offer(@Nullable CommandId id, Passing passing) {
        boolean room = free.tryAcquire();
        if (room) {
            post(new Letter.Passed(this, id, passing));
        }
        return room;
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

    /// Why this is too much at a time, if it is; on the room's thread.
    @Nullable Refusal whyHasty(Intent intent, long now) {
        return switch (intent) {
            case Intent.ChatMessage _ -> hasty(chat.take(now), "messages");
            case Intent.RunCode _ -> hasty(runs.take(now), "runs");
            case Intent _ -> null;
        };
    }

    private static @Nullable Refusal hasty(long waitMs, String what) {
        return waitMs == 0
                ? null
                : new Refusal(
                        ErrorCode.RATE_LIMITED,
                        "These are many %s at a time; try again in a moment.".formatted(what),
                        Map.of("retryAfterMs", waitMs));
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
