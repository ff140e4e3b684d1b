package dev.tandem.desktop.session;

import dev.tandem.desktop.connection.Line;
import dev.tandem.desktop.connection.Link;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.RelayConnection;
import dev.tandem.desktop.connection.RoundTrip;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.Notice;
import dev.tandem.protocol.sync.RoomClient;
import dev.tandem.protocol.sync.Step;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// A room one is in: carries intents and edits to the relay, and shows what comes back. FX thread.
public final class RoomSession extends ObservableRoom
        implements RoomIntents, RemoteEdits, AutoCloseable {
    private static final DocumentId MAIN = DocumentId.MAIN;
    private static final Text NO_TEXT = Text.of("");
    private static final Refusal TOO_LONG =
            new Refusal(
                    ErrorCode.BAD_MESSAGE,
                    "A message has at most %d characters. Send it in parts."
                            .formatted(Limits.CHAT_LENGTH));

    private final Network network;
    private final ServerClock clock;
    private final RelayConnection relay;
    private final RemoteEditQueue remoteEdits = new RemoteEditQueue();
    private final OwnTyping ownTyping = new OwnTyping();
    private final Traces traces = new Traces();
    private final Reporter reporter;

    private RoomClient client;
    private @Nullable Line line;
    private boolean leaving;

    private RoomSession(Network network, URI room, JoinRoom entry) {
        this.network = network;
        clock = new ServerClock(network.clock());
        reporter = new Reporter(this, remoteEdits, clock, network.clock());
        client = RoomClient.joining(entry);
        relay = new RelayConnection(network, room, new Arrivals());
    }

    /// Goes to a room.
    ///
    /// @param room the address of the relay's WebSocket, `ws://…` or `wss://…`
    public static RoomSession join(Network network, URI room, JoinRoom entry) {
        RoomSession session = new RoomSession(network, room, entry);
        session.relay.open();
        return session;
    }

    @Override
    public void start() {
        submit(new Intent.StartSession());
    }

    @Override
    public void end() {
        submit(new Intent.EndSession());
    }

    @Override
    public void leave() {
        leaving = true;
        if (client.live()) {
            relay.closeSoon();
            leaveWhenAllIsSaid();
        } else {
            relay.close();
        }
    }

    /// Closes the connection without leaving the room for good.
    @Override
    public void close() {
        relay.close();
    }

    @Override
    public void say(String text) {
        You me = client.you();
        if (me == null || text.isBlank()) {
            return;
        }
        if (text.length() > Limits.CHAT_LENGTH) {
            reporter.refused(null, TOO_LONG); // a very long one would even cost the connection
            return;
        }
        typing(false);
        chat.sending(me.participantId(), text, serverNow());
        submit(new Intent.ChatMessage(text));
    }

    @Override
    public void typing(boolean on) {
        if (on ? ownTyping.key(now()) : ownTyping.stop()) {
            take(client.typing(on));
        }
        if (on) {
            FxTimer.after(OwnTyping.PAUSE_MS, this::pauseTyping);
        }
    }

    private void pauseTyping() {
        if (ownTyping.pause(now())) {
            take(client.typing(false));
        }
    }

    @Override
    public void setLanguage(String language) {
        submit(new Intent.SetLanguage(MAIN, language));
    }

    @Override
    public void setPermissions(
            ParticipantId participant, @Nullable Boolean canEdit, @Nullable Boolean canRun) {
        submit(new Intent.SetPermissions(participant, canEdit, canRun));
    }

    @Override
    public void remove(ParticipantId participant) {
        submit(new Intent.RemoveParticipant(participant));
    }

    @Override
    public void edit(OwnEdit onVisibleText) {
        carets.carry(onVisibleText.operation(), null);
        take(client.edit(MAIN, onVisibleText));
        show();
    }

    @Override
    public void point(List<Selection> onVisibleText) {
        if (hasText()) {
            take(client.point(MAIN, onVisibleText));
        }
    }

    @Override
    public void run(@Nullable String stdin) {
        submit(new Intent.RunCode(MAIN, stdin, false));
    }

    @Override
    public void runTests() {
        submit(new Intent.RunCode(MAIN, null, true));
    }

    @Override
    public void type(RunId run, String text, boolean eof) {
        submit(new Intent.RunInput(run, text, eof));
    }

    @Override
    public void stop(RunId run) {
        submit(new Intent.StopRun(run));
    }

    @Override
    public void submit() {
        submit(new Intent.SubmitCode(MAIN, null));
    }

    @Override
    public void setTests(List<TestCase> tests) {
        submit(new Intent.SetTests(MAIN, tests));
    }

    @Override
    public void note(Fact fact) {
        submit(new Intent.NoteFact(fact));
    }

    @Override
    public void reconnectNow() {
        relay.retryNow();
    }

    @Override
    public void onRemoteEdit(Consumer<RemoteEdit> listener) {
        remoteEdits.onRemoteEdit(listener);
    }

    @Override
    public long serverNow() {
        return clock.now();
    }

    @Override
    public Text visibleText() {
        return hasText() ? client.text(MAIN) : NO_TEXT;
    }

    @Override
    public void findWhatIsLeft(Consumer<Map<Integer, Integer>> then) {
        if (hasText()) {
            traces.find(client, List.copyOf(changes()), then);
        } else {
            then.accept(Map.of());
        }
    }

    @Override
    public TextOperation revert(Change change) {
        return hasText() ? traces.revert(client, change) : TextOperation.identity(0);
    }

    private boolean hasText() {
        return client.confirmed().document(MAIN) != null;
    }

    private long now() {
        return network.clock().millis();
    }

    private void submit(Intent intent) {
        if (client.you() != null) {
            take(client.submit(intent));
            show();
        }
    }

    private void take(Step step) {
        RoomState before = client.confirmed();
        client = step.client();
        know(client.confirmed());
        if (line != null) {
            step.send().forEach(line::send);
        }
        for (Notice notice : step.notices()) {
            heed(notice);
            report(notice, before);
        }
    }

    /// What concerns the connection.
    private void heed(Notice notice) {
        if (notice instanceof Notice.Entered(RoomSnapshot snapshot, _)) {
            if (snapshot.content() instanceof Whole) {
                traces.forget();
            }
            relay.served();
            connection.set(new Live(Live.UNKNOWN));
        } else if (notice instanceof Notice.OutOfStep) {
            relay.openAfresh();
        } else if (notice instanceof Notice.Checked checked) {
            compare(checked);
        } else if (notice instanceof Notice.HeadSigned(Head head)) {
            check(head);
        }
    }

    /// Elsewhere, since the first signature of all takes longer than a key may wait.
    private void check(Head head) {
        Kept known = kept.get();
        Thread.ofVirtual()
                .start(() -> {
                    boolean signed = known != null && head.isSignedFor(known.session());
                    Platform.runLater(() -> keep(head, signed));
                });
    }

    /// Elsewhere, since for a long text it takes longer than a key may wait.
    private void compare(Notice.Checked checked) {
        Line asked = line;
        Thread.ofVirtual()
                .start(() -> {
                    String hash = checked.text().hash();
                    Platform.runLater(() -> compared(checked, hash, asked));
                });
    }

    private void compared(Notice.Checked checked, String hash, @Nullable Line asked) {
        if (asked != null && asked == line) {
            take(client.compared(checked, hash));
            show();
        }
    }

    private void report(Notice notice, RoomState before) {
        You me = client.you();
        if (me != null) {
            reporter.report(notice, me.participantId(), before);
        }
    }

    /// Changes of the text come before the carets that stand in it.
    private void show() {
        if (youProperty().get() == null) {
            remoteEdits.clear(); // the text that one begins with has them already
        }
        remoteEdits.show();
        show(client.you(), client.unsent());
        leaveWhenAllIsSaid();
    }

    private void leaveWhenAllIsSaid() {
        if (leaving && client.live() && !client.unsent()) {
            leaving = false;
            take(client.submit(new Intent.LeaveRoom()));
        }
    }

    private void changed(Link link) {
        if (link instanceof Link.Waiting || link instanceof Link.Ended) {
            line = null;
            take(client.disconnected());
        }
        connection.set(Statuses.of(link, connection.get()));
    }

    private void measured(RoundTrip roundTrip) {
        clock.learn(roundTrip);
        if (connection.get() instanceof Live) {
            connection.set(new Live(roundTrip.roundTripMs()));
        }
    }

    /// Carries what happens on the connection's thread over to this one.
    private final class Arrivals implements RelayConnection.Listener {
        private final Inbox inbox = new Inbox(RoomSession.this::show);

        @Override
        public void opened(Line opened) {
            inbox.add(() -> {
                line = opened;
                take(client.connected());
            });
        }

        @Override
        public void received(ServerMessage message) {
            inbox.add(() -> take(client.receive(message)));
        }

        @Override
        public void measured(RoundTrip roundTrip) {
            inbox.add(() -> RoomSession.this.measured(roundTrip));
        }

        @Override
        public void changed(Link link) {
            inbox.add(() -> RoomSession.this.changed(link));
        }
    }
}
