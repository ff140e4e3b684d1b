package dev.tandem.desktop.benchmark;

import dev.tandem.desktop.connection.Line;
import dev.tandem.desktop.connection.Link;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.RelayConnection;
import dev.tandem.desktop.connection.RoundTrip;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.sync.Notice;
import dev.tandem.protocol.sync.RoomClient;
import dev.tandem.protocol.sync.Step;
import dev.tandem.protocol.text.TextOperation;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Someone in the room without a window: the client alone. Any thread.
final class SecondPerson implements AutoCloseable {
    private static final DocumentId MAIN = DocumentId.MAIN;
    private static final int WORD = 20;

    private final RelayConnection relay;
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private RoomClient client;
    private Line line;
    private int caret;
    private int letters;
    private boolean takesBack;

    private SecondPerson(Network network, URI room, JoinRoom entry) {
        client = RoomClient.joining(entry);
        relay = new RelayConnection(network, room, new Ear());
    }

    /// Goes into the room, and returns when they are there.
    static SecondPerson enter(Network network, URI room, JoinRoom entry) {
        SecondPerson person = new SecondPerson(network, room, entry);
        person.relay.open();
        person.entered.orTimeout(30, TimeUnit.SECONDS).join();
        return person;
    }

    /// Goes behind a piece of the text.
    synchronized void goTo(String place) {
        caret = client.text(MAIN).toString().indexOf(place) + place.length();
    }

    /// Types a letter; when there are twenty, they are taken back one by one.
    synchronized void key() {
        int length = client.text(MAIN).length();
        if (takesBack) {
            take(client.edit(MAIN, TextOperation.delete(length, caret - 1, caret)));
        } else {
            take(client.edit(MAIN, TextOperation.insert(length, caret, "x")));
        }
        caret += takesBack ? -1 : 1;
        letters += takesBack ? -1 : 1;
        takesBack = letters > 0 && (takesBack || letters == WORD);
    }

    /// Takes back what is there of the word.
    synchronized void tidy() {
        takesBack = letters > 0;
        while (letters > 0) {
            key();
        }
    }

    private void take(Step step) {
        client = step.client();
        step.send().forEach(line::send);
        step.notices().forEach(this::heed);
    }

    private void heed(Notice notice) {
        switch (notice) {
            case Notice.Edited(var doc, var operation, _) when doc.equals(MAIN) ->
                    caret = operation.mapPosition(caret);
            case Notice.Entered _ -> entered.complete(null);
            case Notice.Refused(_, var refusal) ->
                    throw new IllegalStateException(refusal.message());
            case Notice _ -> {}
        }
    }

    /// Leaves for good.
    @Override
    public void close() {
        synchronized (this) {
            take(client.submit(new Intent.LeaveRoom()));
        }
        left.orTimeout(30, TimeUnit.SECONDS).join();
        relay.close();
    }

    private final class Ear implements RelayConnection.Listener {
        @Override
        public void opened(Line opened) {
            synchronized (SecondPerson.this) {
                line = opened;
                take(client.connected());
            }
        }

        @Override
        public void received(ServerMessage message) {
            synchronized (SecondPerson.this) {
                take(client.receive(message));
            }
        }

        @Override
        public void measured(RoundTrip roundTrip) {}

        @Override
        public void changed(Link link) {
            if (link instanceof Link.Ended) {
                left.complete(null);
            }
        }
    }
}
