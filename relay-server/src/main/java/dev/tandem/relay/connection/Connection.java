package dev.tandem.relay.connection;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ClientMessage.Passing;
import dev.tandem.protocol.message.ClientMessage.Ping;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.Envelope;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import dev.tandem.relay.connection.Reception.Welcome;
import dev.tandem.relay.log.LogContext;
import dev.tandem.relay.room.Outgoing;
import dev.tandem.relay.room.Seat;
import dev.tandem.relay.room.Subscriber;
import io.micrometer.core.instrument.Counter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One person's connection: reads what comes, finds the room for it, and writes what the room says.
///
/// What comes in is read by one thread at a time, the one that reads the socket; it waits when the
/// room has enough to do for this connection. Anything else may be called by any thread.
final class Connection implements Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Refusal NOT_TEXT =
            new Refusal(ErrorCode.BAD_MESSAGE, "A message is one JSON object, sent as text.");
    private static final Refusal JOINED_ALREADY =
            new Refusal(ErrorCode.BAD_MESSAGE, "This connection has joined a room already.");

    private final long number;
    private final Socket socket;
    private final Outbox outbox;
    private final Reception reception;
    private final ConnectionSettings settings;
    private final Counter drops;
    private final LongSupplier clock;
    private final Strikes strikes;
    private final Passings passings = new Passings();
    private final long openedAt = System.nanoTime();
    private long pingedAt = openedAt;
    private volatile @Nullable Welcome welcome;
    private volatile boolean asked;
    private volatile boolean closed;

    /// @param number by which the log knows it
    /// @param drops counts those that were too slow
    /// @param clock epoch milliseconds UTC
    Connection(
            long number,
            Socket socket,
            Reception reception,
            ConnectionSettings settings,
            Counter drops,
            LongSupplier clock) {
        this.number = number;
        this.socket = socket;
        this.outbox = new Outbox(socket, settings);
        this.reception = reception;
        this.settings = settings;
        this.strikes = new Strikes(settings.badMessagesPerMinute());
        this.drops = drops;
        this.clock = clock;
    }

    void received(String text) {
        if (closed) {
            return;
        }
        try (LogContext _ = logContext()) {
            read(text);
        }
    }

    private void read(String text) {
        try {
            hear(MessageCodec.readEnvelope(text));
        } catch (BadMessage e) {
            misunderstood(e.replyTo(), e.refusal());
        }
    }

    void receivedBinary() {
        if (closed) {
            return;
        }
        try (LogContext _ = logContext()) {
            misunderstood(null, NOT_TEXT);
        }
    }

    private void hear(Envelope envelope) {
        Welcome joined = welcome;
        if (joined != null) {
            hear(envelope, joined.seat());
        } else if (envelope.message() instanceof JoinRoom join) {
            enter(join, envelope.id());
        } else {
            close(CloseCode.UNUSABLE);
        }
    }

    private void enter(JoinRoom join, @Nullable CommandId id) {
        asked = true;
        Welcome joined = reception.receive(join, id, socket.remoteAddress(), this);
        welcome = joined;
        if (joined != null) {
            LogContext.name(joined.session());
            LOG.debug("Joining as {}", joined.participant());
        }
        if (closed && joined != null) {
            joined.seat().leave(); // the socket was closed meanwhile, and nobody knew of the seat
        }
    }

    private void hear(Envelope envelope, Seat seat) {
        switch (envelope.message()) {
            case JoinRoom _ -> misunderstood(envelope.id(), JOINED_ALREADY);
            case Command command -> seat.say(command);
            case Diverged diverged -> seat.say(envelope.id(), diverged);
            case Ping(Number t) -> answer(new ServerMessage.Pong(t, clock.getAsLong()));
            case Passing passing -> passings.pass(seat::offer, envelope.id(), passing);
        }
    }

    private void misunderstood(@Nullable CommandId replyTo, Refusal refusal) {
        if (welcome == null) {
            close(CloseCode.UNUSABLE);
            return;
        }
        answer(new ServerMessage.Refused(replyTo, refusal));
        LOG.debug("Not understood: {}", refusal.code().word());
        if (refusal.code() == ErrorCode.BAD_MESSAGE && strikes.strike(System.nanoTime())) {
            close(CloseCode.UNUSABLE);
        }
    }

    private void answer(ServerMessage message) {
        send(Outgoing.of(message));
    }

    @Override
    public void send(Outgoing message) {
        if (!outbox.send(message)) {
            dropped();
        }
    }

    @Override
    public void close(CloseCode code) {
        try (LogContext _ = logContext()) {
            LOG.debug("Closing with {}", code.code());
        }
        outbox.close(code);
        gone();
        Welcome joined = welcome;
        if (joined != null && code == CloseCode.LEFT) {
            reception.forget(joined);
        }
    }

    /// The socket is closed, or nothing that comes by it counts any more. May be said more than
    /// once.
    void gone() {
        closed = true;
        Welcome joined = welcome;
        if (joined != null) {
            joined.seat().leave();
        }
    }

    /// Looks after the connection, every now and then and by one thread.
    ///
    /// @param now nanoseconds of [System#nanoTime]
    void tick(long now) {
        if (!outbox.isMoving(now)) {
            dropped();
        } else if (!closed) {
            lookAfter(now);
            Welcome joined = welcome;
            if (joined != null) {
                passings.goOn(joined.seat()::offer);
            }
        }
    }

    private void dropped() {
        try (LogContext _ = logContext()) {
            LOG.info("Cut off, since it reads too slowly");
        }
        drops.increment();
        gone();
    }

    private LogContext logContext() {
        Welcome joined = welcome;
        return LogContext.of(number, joined == null ? null : joined.session());
    }

    private void lookAfter(long now) {
        if (now - socket.heardAt() > settings.silence().toNanos()) {
            try (LogContext _ = logContext()) {
                LOG.info("Cut off, since nothing was heard of it");
            }
            socket.terminate();
            gone();
        } else if (!asked && now - openedAt > settings.joinTimeout().toNanos()) {
            close(CloseCode.NOT_JOINED);
        } else if (now - pingedAt >= settings.heartbeat().toNanos()) {
            pingedAt = now;
            socket.ping();
        }
    }
}
