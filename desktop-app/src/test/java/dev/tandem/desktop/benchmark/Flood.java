package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.connection.Line;
import dev.tandem.desktop.connection.Link;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.RelayConnection;
import dev.tandem.desktop.connection.RoundTrip;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.text.TextOperation;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Someone in the room without a window, whose every key is an entry of the log by itself: as many
/// as are wanted are under way at once. Nobody else may write while they do. Any thread.
final class Flood implements AutoCloseable {
    private static final DocumentId MAIN = DocumentId.MAIN;
    private static final int WORD = 20;
    private static final String MARK = "y".repeat(2 * WORD);

    private final JoinRoom entry;
    private final RelayConnection relay;
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private Line line;
    private long lastId;
    private int revision;
    private int length;
    private int letters;
    private boolean takesBack;
    private boolean isMarked;

    private Flood(Network network, URI room, JoinRoom entry) {
        this.entry = entry;
        relay = new RelayConnection(network, room, new Ear());
    }

    /// Goes into the room, and returns when they are there.
    static Flood enter(Network network, URI room, JoinRoom entry) {
        Flood flood = new Flood(network, room, entry);
        flood.relay.open();
        flood.entered.orTimeout(30, TimeUnit.SECONDS).join();
        return flood;
    }

    /// Types a letter at `place`, behind what is there of the word; when there are twenty, they are
    /// taken back one by one.
    synchronized void key(int place) {
        send(
                takesBack
                        ? TextOperation.delete(length, place + letters - 1, place + letters)
                        : TextOperation.insert(length, place + letters, "x"));
        letters += takesBack ? -1 : 1;
        takesBack = letters > 0 && (takesBack || letters == WORD);
    }

    /// Makes the text so much longer or shorter that nobody can take it for what it was before.
    synchronized void mark(int place) {
        int size = MARK.length();
        send(
                isMarked
                        ? TextOperation.delete(length, place, place + size)
                        : TextOperation.insert(length, place, MARK));
        isMarked = !isMarked;
    }

    private void send(TextOperation edit) {
        lastId++;
        var update = new Intent.CodeUpdate(MAIN, new Revision(revision), edit);
        line.send(new Command(new CommandId(lastId), update));
        revision++;
        length = edit.targetLength();
    }

    /// The length of the text when all is said.
    synchronized int length() {
        return length;
    }

    private synchronized void hear(ServerMessage message) {
        switch (message) {
            case RoomSnapshot snapshot when snapshot.content() instanceof Whole whole -> {
                lastId = snapshot.you().lastId();
                revision = whole.documents().getFirst().revision().value();
                length = whole.documents().getFirst().text().length();
                entered.complete(null);
            }
            case ServerMessage.Event(var logged)
                    when logged.event() instanceof RoomEvent.CodeUpdate update -> {
                revision = update.revision().value();
                length = update.operation().targetLength();
            }
            case ServerMessage.Refused(_, var refusal) ->
                    throw new IllegalStateException(refusal.message());
            case ServerMessage _ -> {}
        }
    }

    @Override
    public void close() {
        relay.close();
    }

    private final class Ear implements RelayConnection.Listener {
        @Override
        public void opened(Line opened) {
            synchronized (Flood.this) {
                line = opened;
            }
            opened.send(entry);
        }

        @Override
        public void received(ServerMessage message) {
            hear(message);
        }

        @Override
        public void measured(RoundTrip roundTrip) {}

        @Override
        public void changed(Link link) {}
    }
}
