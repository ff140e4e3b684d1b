package dev.tandem.desktop.connection;

import dev.tandem.desktop.connection.Reaction.ComeBack;
import dev.tandem.desktop.connection.Reaction.StayAway;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection to one room, over any number of [Line]s: when one is lost the next is opened,
/// until it is closed or the relay says to stay away. One that never served gives up at its first
/// failure, so that a mistyped address or code is told at once.
///
/// Its methods may be called by any thread; all it does happens on the [Network]'s.
public final class RelayConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    // A relay that says it goes away is mostly back soon, with a newer version of it.
    private static final Duration RESTART = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT_IN_A_RESTART = Duration.ofSeconds(2);

    /// Who is told what happens: on the [Network]'s thread, in order.
    public interface Listener {
        /// Somebody has to join on this line now.
        void opened(Line line);

        void received(ServerMessage message);

        void measured(RoundTrip roundTrip);

        void changed(Link link);
    }

    private final Network network;
    private final URI room;
    private final Listener listener;
    private final LineEvents lineEvents = new LineEvents();

    private @Nullable Line line;
    private @Nullable Heartbeat heartbeat;
    private @Nullable ScheduledFuture<?> retry;
    private @Nullable ScheduledFuture<?> farewell;
    private boolean served;
    private int attempt;
    private long openedAt;
    private long restartEnds;

    /// @param room the address of the relay's WebSocket, `ws://…` or `wss://…`
    public RelayConnection(Network network, URI room, Listener listener) {
        this.network = network;
        this.room = room;
        this.listener = listener;
    }

    /// Makes the first attempt.
    public void open() {
        network.run(this::attempt);
    }

    /// One is in the room: from now on the connection is worth opening again.
    public void served() {
        network.run(() -> served = true);
    }

    /// Does not wait any longer for the next attempt.
    public void retryNow() {
        network.run(() -> {
            if (retry != null && retry.cancel(false)) {
                attempt();
            }
        });
    }

    /// What was heard on this line is of no use; it is left for a new one.
    public void openAfresh() {
        network.run(() -> react(Reaction.toLoss()));
    }

    @Override
    public void close() {
        network.run(this::leave);
    }

    /// The relay is about to close it; it is closed from here if that takes long.
    public void closeSoon() {
        network.run(() -> farewell = network.later(PATIENCE, this::leave));
    }

    private void leave() {
        end(Ending.LEFT, "You have left the interview.");
    }

    private void attempt() {
        retry = null;
        listener.changed(new Link.Opening(attempt));
        line = new Line(network, lineEvents);
        line.open(room, network.timing.openWithin(attempt));
    }

    private void react(Reaction reaction) {
        switch (reaction) {
            case StayAway(Ending ending, String sentence) -> end(ending, sentence);
            case ComeBack comeBack when line != null -> comeBack(comeBack);
            case ComeBack _ -> {} // on its way already
        }
    }

    private void comeBack(ComeBack comeBack) {
        if (!served) {
            end(comeBack.ending(), comeBack.trouble().sentence());
            return;
        }
        attempt = heldLong() ? 1 : attempt + 1;
        hangUp();
        Duration delay = backoff().delay(attempt, network.random);
        Duration wait = delay.compareTo(comeBack.atLeast()) < 0 ? comeBack.atLeast() : delay;
        retry = network.later(wait, this::attempt);
        listener.changed(
                new Link.Waiting(
                        network.now() + wait.toMillis(), attempt, comeBack.trouble().what()));
    }

    private Backoff backoff() {
        Backoff usual = network.timing.backoff();
        return network.now() < restartEnds ? usual.atMost(LONGEST_WAIT_IN_A_RESTART) : usual;
    }

    // What breaks off at once each time is not tried at once each time.
    private boolean heldLong() {
        long heldMs = network.now() - openedAt;
        return heartbeat != null && heldMs > network.timing.backoff().longest().toMillis();
    }

    private void end(Ending ending, String sentence) {
        if (line != null || retry != null) {
            hangUp();
            farewell = cancelled(farewell);
            listener.changed(new Link.Ended(ending, sentence));
        }
    }

    private void hangUp() {
        if (heartbeat != null) {
            heartbeat.stop();
            heartbeat = null;
        }
        if (line != null) {
            line.drop();
            line = null;
        }
        retry = cancelled(retry);
    }

    private static @Nullable ScheduledFuture<?> cancelled(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
        return null;
    }

    /// What happens to the line in use; one that was dropped is silent.
    private final class LineEvents implements Line.Owner {
        @Override
        public void opened(Line opened) {
            openedAt = network.now();
            heartbeat =
                    new Heartbeat(
                            network, opened, listener::measured, () -> react(Reaction.toLoss()));
            listener.changed(new Link.Open());
            listener.opened(opened);
        }

        @Override
        public void received(Line from, ServerMessage message) {
            if (heartbeat != null) {
                heartbeat.heard(message);
            }
            listener.received(message);
        }

        @Override
        public void failed(Line failed, Throwable why) {
            LOG.info("no connection to {}: {}", room.getAuthority(), why.toString());
            Trouble trouble = Unreachable.trouble(room, why);
            react(new ComeBack(Duration.ZERO, Ending.UNREACHABLE, trouble));
        }

        @Override
        public void closed(Line closed, int code) {
            LOG.info("the connection to {} was closed with {}", room.getAuthority(), code);
            if (code == CloseCode.GOING_AWAY.code()) {
                restartEnds = network.now() + RESTART.toMillis();
            }
            react(Reaction.to(code, served));
        }
    }
}
