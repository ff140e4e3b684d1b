package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Content;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Mert's client, walked one step at a time through a session that Ada leads. What the last step
/// sent and told is there to be looked at; a window that does as it is told must always show the
/// client's text.
final class Walk {
    static final DocumentId MAIN = DocumentId.MAIN;
    static final ParticipantId MERT = new ParticipantId("mert");
    static final ParticipantId ADA = new ParticipantId("ada");
    static final JoinRoom ENTRY = new JoinRoom.ByCode("K7QF-9M2P-XN4D", "Mert", null);

    /// Where the log stands when Mert comes in.
    static final long SEQ = 5;

    private RoomClient client = RoomClient.joining(ENTRY);
    private List<ClientMessage> sent = List.of();
    private List<Notice> told = List.of();
    private String shown = "";

    /// In the room for the first time, with this text at revision 0.
    static Walk into(String text) {
        return new Walk().connects().hears(whole(0, SEQ, main(0, text)));
    }

    RoomClient client() {
        return client;
    }

    /// What the last step sent.
    List<ClientMessage> sent() {
        return sent;
    }

    /// What the last step told.
    List<Notice> told() {
        return told;
    }

    String text() {
        return client.text(MAIN).toString();
    }

    Walk connects() {
        return step(RoomClient::connected);
    }

    Walk disconnects() {
        return step(RoomClient::disconnected);
    }

    Walk hears(ServerMessage message) {
        return step(c -> c.receive(message));
    }

    Walk submits(Intent intent) {
        return step(c -> c.submit(intent));
    }

    Walk says(String text) {
        return submits(new Intent.ChatMessage(text));
    }

    Walk types(int at, String text) {
        return edits(TextOperation.insert(shown.length(), at, text));
    }

    Walk deletes(int from, int to) {
        return edits(TextOperation.delete(shown.length(), from, to));
    }

    Walk edits(TextOperation operation) {
        shown = operation.apply(shown);
        return step(c -> c.edit(MAIN, operation));
    }

    /// What the last step told is to be compared is compared.
    Walk compares() {
        Notice.Checked checked =
                told.stream()
                        .filter(Notice.Checked.class::isInstance)
                        .map(Notice.Checked.class::cast)
                        .findFirst()
                        .orElseThrow();
        return step(c -> c.compared(checked, checked.text().hash()));
    }

    Walk edits(OwnEdit edit) {
        shown = edit.operation().apply(shown);
        return step(c -> c.edit(MAIN, edit));
    }

    Walk points(int at) {
        return points(Selection.caret(at));
    }

    Walk points(Selection at) {
        return step(c -> c.point(MAIN, List.of(at)));
    }

    private Walk step(Function<RoomClient, Step> action) {
        Step step = action.apply(client);
        client = step.client();
        sent = step.send();
        told = step.notices();
        told.forEach(this::show);
        if (client.you() != null) {
            assertThat(text()).as("what the window shows").isEqualTo(shown);
        }
        return this;
    }

    private void show(Notice notice) {
        switch (notice) {
            case Notice.Entered(_, boolean first) -> shown = first ? text() : shown;
            case Notice.Edited(var doc, var operation, _) -> show(doc, operation);
            case Notice.Withdrawn(var doc, var operation, _) -> show(doc, operation);
            case Notice.Happened _,
                    Notice.Pointed _,
                    Notice.TypingChanged _,
                    Notice.Refused _,
                    Notice.RunProgressed _,
                    Notice.RunnerChanged _,
                    Notice.HeadSigned _,
                    Notice.Ponged _,
                    Notice.Checked _,
                    Notice.Agreed _,
                    Notice.Diverged _,
                    Notice.OutOfStep _ -> {}
        }
    }

    private void show(DocumentId doc, TextOperation operation) {
        if (doc.equals(MAIN)) {
            shown = operation.apply(shown);
        }
    }

    static Command command(long id, Intent intent) {
        return new Command(new CommandId(id), intent);
    }

    /// Mert's edit of the main text, as it goes out.
    static Command edit(long id, int revision, TextOperation operation) {
        return command(id, new Intent.CodeUpdate(MAIN, new Revision(revision), operation));
    }

    /// The same of one that takes revisions back.
    static Command undo(long id, int revision, TextOperation operation, Integer... undoOf) {
        List<Revision> revisions = Stream.of(undoOf).map(Revision::new).toList();
        return command(
                id, new Intent.CodeUpdate(MAIN, new Revision(revision), operation, revisions));
    }

    static ServerMessage ack(long id, long seq, Acknowledgement payload) {
        return new ServerMessage.Ack(new CommandId(id), new Seq(seq), 1_000 + seq, payload);
    }

    static ServerMessage ack(long id, long seq) {
        return ack(id, seq, new Acknowledgement.Nothing());
    }

    static ServerMessage revised(long id, long seq, int revision) {
        return ack(id, seq, new Acknowledgement.Revised(new Revision(revision)));
    }

    static ServerMessage refused(long id, ErrorCode code) {
        return new ServerMessage.Refused(new CommandId(id), new Refusal(code, "No."));
    }

    static ServerMessage happens(LoggedEvent event) {
        return new ServerMessage.Event(event);
    }

    static LoggedEvent byAda(long seq, RoomEvent event) {
        return new LoggedEvent(new Seq(seq), 1_000 + seq, ADA, null, event);
    }

    static LoggedEvent byMert(long seq, long id, RoomEvent event) {
        return new LoggedEvent(new Seq(seq), 1_000 + seq, MERT, new CommandId(id), event);
    }

    /// What the relay says the main text has to be.
    static ServerMessage.TextChecked check(int revision, String text) {
        return new ServerMessage.TextChecked(
                3_000, MAIN, new Revision(revision), Text.of(text).hash());
    }

    /// What made this revision of the main text.
    static RoomEvent revision(int revision, TextOperation operation) {
        return new RoomEvent.CodeUpdate(MAIN, new Revision(revision), operation, null);
    }

    static DocumentState main(int revision, String text) {
        return new DocumentState(MAIN, "main.py", "python", new Revision(revision), text);
    }

    /// The answer to a resume: what happened meanwhile.
    static RoomSnapshot tail(long lastId, long seq, LoggedEvent... events) {
        return snapshot(lastId, seq, new Tail(List.of(events)));
    }

    /// The answer to a joining: the whole state.
    static RoomSnapshot whole(long lastId, long seq, DocumentState... documents) {
        return snapshot(lastId, seq, new Whole(List.of(documents), List.of(), List.of()));
    }

    private static RoomSnapshot snapshot(long lastId, long seq, Content content) {
        return new RoomSnapshot(
                new RoomSnapshot.You(MERT, "Mert", Role.CANDIDATE, "#b65700", "token", lastId),
                new RoomSnapshot.Session(new SessionId("s"), "python", facts()),
                2_000,
                new Seq(seq),
                List.of(present(ADA, Role.INTERVIEWER), present(MERT, Role.CANDIDATE)),
                Permissions.ALL,
                content);
    }

    private static SessionFacts facts() {
        return new SessionFacts("First talk", SessionStatus.ACTIVE, 1, 2L, null, null, 60);
    }

    private static Participant present(ParticipantId id, Role role) {
        return new Participant(
                id, id.value(), role, "#b65700", Presence.CONNECTED, Permissions.ALL, 0);
    }
}
