package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Someone with a client, a window, and two wires, one each way, on which messages wait until they
/// are carried. Whatever happens, the window shows what the client has.
final class SimulatedPerson {
    private static final List<String> LANGUAGES = List.of("python", "java", "c++", "go");

    private final int who;
    private final Deque<String> up = new ArrayDeque<>();
    private final Deque<String> down = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private final SimulatedWindow window = new SimulatedWindow();
    private final Set<Integer> deleted = new HashSet<>();
    private RoomClient client;
    private long now;
    private int caret;
    private boolean connected;
    private int opened;
    private int spoken;
    private String lastCarried;
    private final List<Notice> told = new ArrayList<>();
    private final List<RoomState> seen = new ArrayList<>();
    private final FaultyWire wire = new FaultyWire();
    private boolean disturbed;

    SimulatedPerson(int who) {
        this.who = who;
        client = RoomClient.joining(new JoinRoom.ByCode("code", "Person " + who, null));
    }

    Step act(Function<RoomClient, Step> action) {
        Step step = action.apply(client);
        client = step.client();
        step.send().forEach(this::send);
        step.notices().forEach(this::notice);
        window.assertShows(client);
        return step;
    }

    private void send(ClientMessage message) {
        up.add(MessageCodec.write(message));
    }

    private void notice(Notice notice) {
        told.add(notice);
        window.notice(notice, client);
        switch (notice) {
            case Notice.Refused(Intent.ChatMessage(String text), _) -> said.remove(text);
            case Notice.Entered(var snapshot, _) when snapshot.content() instanceof Whole ->
                    disturbed = false;
            case Notice.Checked checked -> act(c -> c.compared(checked, checked.text().hash()));
            case Notice.OutOfStep _, Notice.Diverged _ -> assertDisturbed(notice);
            case Notice _ -> {}
        }
    }

    /// A relay that keeps the contract never brings a client out of step, nor do its checks.
    private void assertDisturbed(Notice notice) {
        if (!disturbed) {
            throw new AssertionError("without a fault: " + notice);
        }
    }

    void type(Plan.Step step) {
        DocumentId doc = document(step);
        edit(doc, TextOperation.insert(length(doc), place(doc, step.where()), step.what()));
        typed.append(step.what());
    }

    void delete(Plan.Step step) {
        DocumentId doc = document(step);
        int from = place(doc, step.where());
        int to = aligned(doc, Math.min(length(doc), from + step.length()));
        if (from < to) {
            edit(doc, TextOperation.delete(length(doc), from, to));
        }
    }

    /// Goes on typing where the last edit ended.
    void typeOn(Plan.Step step) {
        DocumentId doc = document(step);
        int at = Math.min(caret, length(doc));
        edit(doc, TextOperation.insert(length(doc), aligned(doc, at), step.what()));
        typed.append(step.what());
    }

    void backspace(Plan.Step step) {
        DocumentId doc = document(step);
        int to = aligned(doc, Math.min(caret, length(doc)));
        if (to > 0) {
            edit(doc, TextOperation.delete(length(doc), aligned(doc, to - 1), to));
        }
    }

    private void edit(DocumentId doc, TextOperation operation) {
        TextChange change = TextChange.of(operation, window.text(doc));
        change.deleted().forEach(text -> text.codePoints().forEach(deleted::add));
        send(doc, window.edit(doc, operation, now));
    }

    /// Whether there was something to undo.
    boolean undo(DocumentId doc) {
        return send(doc, window.undo(doc));
    }

    void undo(Plan.Step step) {
        undo(document(step));
    }

    void redo(Plan.Step step) {
        send(document(step), window.redo(document(step)));
    }

    /// Takes back some change, whoever made it.
    void revert(Plan.Step step) {
        DocumentId doc = document(step);
        DocumentHistory history = client.history(doc);
        int confirmed = client.confirmed().document(doc).revision().value();
        int known = confirmed - history.baseRevision();
        if (known > 0) {
            int revision = history.baseRevision() + 1 + step.where() % known;
            TextOperation operation = history.revert(revision, revision);
            if (!operation.isIdentity()) {
                send(doc, window.revert(doc, operation, revision));
            }
        }
    }

    private boolean send(DocumentId doc, OwnEdit edit) {
        if (edit == null) {
            return false;
        }
        caret = endOf(edit.operation());
        act(c -> c.edit(doc, edit));
        return true;
    }

    private static int endOf(TextOperation operation) {
        int end = 0;
        int at = 0;
        for (TextOperation.Part part : operation.parts()) {
            at += part.targetLength();
            end = part instanceof TextOperation.Keep ? end : at;
        }
        return end;
    }

    void pass(long ms) {
        now += ms;
    }

    void say() {
        String words = who + " says " + spoken++;
        said.add(words);
        act(c -> c.submit(new Intent.ChatMessage(words)));
    }

    void point(Plan.Step step) {
        DocumentId doc = document(step);
        Selection selection = new Selection(place(doc, step.where()), length(doc));
        act(c -> c.point(doc, List.of(selection)));
    }

    void chooseLanguage(Plan.Step step) {
        String language = LANGUAGES.get(step.where() % LANGUAGES.size());
        act(c -> c.submit(new Intent.SetLanguage(document(step), language)));
    }

    void open(String text) {
        String name = "d" + opened++;
        Intent open =
                new Intent.OpenDocument(
                        new DocumentId(name), name, "go", text.isEmpty() ? null : text + "\r\n");
        act(c -> c.submit(open));
    }

    void close(Plan.Step step) {
        DocumentId doc = document(step);
        if (!doc.equals(DocumentId.MAIN)) {
            act(c -> c.submit(new Intent.CloseDocument(doc)));
        }
    }

    void ping() {
        if (connected) {
            send(new ClientMessage.Ping(who));
        }
    }

    private DocumentId document(Plan.Step step) {
        List<DocumentId> open = window.documents();
        return open.get(step.length() % open.size());
    }

    private int length(DocumentId doc) {
        return window.text(doc).length();
    }

    private int place(DocumentId doc, int thousandths) {
        return aligned(doc, (int) ((long) length(doc) * thousandths / 1000));
    }

    private int aligned(DocumentId doc, int at) {
        String text = window.text(doc);
        boolean insidePair =
                at > 0
                        && at < text.length()
                        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return insidePair ? at - 1 : at;
    }

    /// One of the next messages arrives as another or not at all.
    void disturbNext(int how) {
        wire.failNext(how);
    }

    /// Whether a message was altered or lost, and the whole state did not come since.
    boolean disturbed() {
        return disturbed;
    }

    void disturbNoMore() {
        wire.failNoMore();
    }

    void connect() {
        connected = true;
        act(RoomClient::connected);
    }

    void cut() {
        connected = false;
        up.clear();
        down.clear();
        act(RoomClient::disconnected);
    }

    /// Whether one has to come back over a new connection.
    boolean hear() {
        told.clear();
        ServerMessage sent = read(down.remove());
        boolean isToAgree =
                sent instanceof ServerMessage.TextChecked && client.live() && !disturbed;
        arrived(sent).ifPresent(message -> act(c -> c.receive(message)));
        if (isToAgree && told.stream().noneMatch(Notice.Agreed.class::isInstance)) {
            throw new AssertionError("not compared: " + sent);
        }
        if (client.live() && !disturbed) {
            seen.add(client.confirmed());
        }
        return told.contains(new Notice.OutOfStep());
    }

    /// What the relay's word made of the room, each time that some came.
    List<RoomState> seen() {
        return seen;
    }

    /// There is one fault at a time: the next comes when all is known to be well again.
    private Optional<ServerMessage> arrived(ServerMessage sent) {
        if (disturbed || !client.live() || !client.state().doubts().equals(Doubts.NONE)) {
            return Optional.of(sent);
        }
        Optional<ServerMessage> arrived = wire.carry(sent);
        disturbed = !arrived.equals(Optional.of(sent));
        return arrived;
    }

    private static ServerMessage read(String json) {
        try {
            return MessageCodec.readServerMessage(json);
        } catch (BadMessage e) {
            throw new AssertionError(json, e);
        }
    }

    void carryDown(ServerMessage message) {
        down.add(MessageCodec.write(message));
    }

    int who() {
        return who;
    }

    RoomClient client() {
        return client;
    }

    boolean connected() {
        return connected;
    }

    boolean hasToSend() {
        return !up.isEmpty();
    }

    String nextToSend() {
        lastCarried = up.remove();
        return lastCarried;
    }

    boolean hasToHear() {
        return !down.isEmpty();
    }

    String lastCarried() {
        return lastCarried;
    }

    /// What was said and not refused.
    List<String> said() {
        return said;
    }

    /// The characters that were deleted other than by an undo.
    Set<Integer> deleted() {
        return deleted;
    }

    String typed() {
        return typed.toString();
    }
}
