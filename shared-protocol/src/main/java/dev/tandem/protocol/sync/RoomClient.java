package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One participant's side of a room, without any I/O: it is told what happened and answers with
/// what to send and what to tell. Immutable; every step makes the next client.
///
/// It survives any number of connections. What is typed or asked for while there is none is sent
/// after the next one is open, in its order; what was under way when one broke is compared with
/// what the log says happened, and only what did not happen is offered again, under a new id. So
/// everything happens exactly once.
public final class RoomClient {
    private final ClientState state;

    RoomClient(ClientState state) {
        this.state = state;
    }

    ClientState state() {
        return state;
    }

    /// A client that has not been connected yet.
    ///
    /// @param entry how to come in the first time; later it is by the resume token
    public static RoomClient joining(JoinRoom entry) {
        return new RoomClient(ClientState.joining(entry));
    }

    /// A connection is open.
    public Step connected() {
        Turn turn = new Turn(state);
        turn.connected();
        return turn.end();
    }

    /// The connection is gone.
    public Step disconnected() {
        Turn turn = new Turn(state);
        turn.disconnected();
        return turn.end();
    }

    /// The relay said something, on the connection that is open.
    public Step receive(ServerMessage message) {
        Turn turn = new Turn(state);
        new Reception(turn).receive(message);
        return turn.end();
    }

    /// The confirmed text was compared with the relay's, as it had to be.
    ///
    /// @param hash of the text that is in `checked`
    public Step compared(Notice.Checked checked, String hash) {
        Turn turn = new Turn(state);
        new Comparison(turn).end(checked, hash);
        return turn.end();
    }

    /// Asks for something other than an edit. Without a connection it waits for the next one.
    ///
    /// @throws IllegalStateException before the room was entered for the first time
    /// @throws IllegalArgumentException for an edit, which is [#edit]'s, and for what no connection
    ///   carries
    public Step submit(Intent intent) {
        Turn turn = new Turn(state);
        turn.submit(intent);
        return turn.end();
    }

    /// One edited the visible text of `doc`. An edit that makes it longer than a document may be is
    /// not taken in, but handed back at once ([Notice.Withdrawn]).
    ///
    /// @throws IllegalArgumentException if there is no such document, or the operation is not one
    ///   over its visible text
    public Step edit(DocumentId doc, OwnEdit onVisibleText) {
        Turn turn = new Turn(state);
        turn.edit(doc, onVisibleText);
        return turn.end();
    }

    /// The same for someone who keeps no account of what could be undone.
    public Step edit(DocumentId doc, TextOperation onVisibleText) {
        return edit(doc, OwnEdit.plain(onVisibleText));
    }

    /// One's carets are here now, in the visible text of `doc`. Others are told when nothing of
    /// one's own work is under way; until then they see one's caret move with one's edits. What
    /// does not fit the visible text is dropped, as the relay would.
    public Step point(DocumentId doc, List<Selection> onVisibleText) {
        Turn turn = new Turn(state);
        turn.point(doc, onVisibleText);
        return turn.end();
    }

    /// One began or ceased to write a chat message.
    public Step typing(boolean on) {
        Turn turn = new Turn(state);
        turn.typing(on);
        return turn.end();
    }

    /// The room as the relay has confirmed it.
    public RoomState confirmed() {
        return state.confirmed();
    }

    /// Who one is in the room; null before it was entered for the first time.
    public RoomSnapshot.@Nullable You you() {
        return state.you();
    }

    /// Whether one is connected and in the room.
    public boolean live() {
        return state.link() == ClientState.Link.LIVE;
    }

    /// Whether anything one did is not confirmed yet.
    public boolean unsent() {
        return !state.unanswered().commands().isEmpty()
                || state.documents().values().stream().anyMatch(d -> !d.isClean());
    }

    /// The changes of `doc` that led to the text as one sees it, as far as they are known: the
    /// confirmed ones, and after them one's own work as if it were confirmed next.
    ///
    /// @throws IllegalArgumentException if there is no such document
    public DocumentHistory history(DocumentId doc) {
        return ClientState.document(state.documents(), doc).history(confirmed(doc));
    }

    /// The confirmed ones of these.
    ///
    /// @throws IllegalArgumentException if there is no such document
    public DocumentHistory confirmedHistory(DocumentId doc) {
        return confirmed(doc).history();
    }

    private Document confirmed(DocumentId doc) {
        Document document = state.confirmed().document(doc);
        if (document == null) {
            throw new IllegalArgumentException("no such document: " + doc);
        }
        return document;
    }

    /// The text of `doc` as one sees it: what is confirmed, with one's own work on top.
    ///
    /// @throws IllegalArgumentException if there is no such document
    public Text text(DocumentId doc) {
        return ClientState.document(state.documents(), doc).visible();
    }
}
