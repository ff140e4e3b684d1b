package dev.tandem.desktop.session;

import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.UndoHistory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// Someone in a room, whose editor is a string. Every method goes to the FX thread by itself.
final class Desk implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 20;

    private final RoomSession session;
    private final List<RemoteEdit> remoteEdits = new ArrayList<>();
    private final List<TextState> textStates = new ArrayList<>();
    private final UndoHistory history = new UndoHistory();
    private String text = "";
    private @Nullable ParticipantId id;

    private Desk(RoomSession session) {
        this.session = session;
        session.youProperty()
                .subscribe((before, _) -> {
                    if (before == null) {
                        text = session.text();
                    }
                });
        session.textStateProperty().subscribe((_, state) -> textStates.add(state));
        session.onRemoteEdit(edit -> {
            remoteEdits.add(edit);
            text = edit.operation().apply(text);
            history.remote(edit.operation());
        });
    }

    static Desk at(Network network, URI room, JoinRoom entry) {
        return call(() -> new Desk(RoomSession.join(network, room, entry)));
    }

    /// Waits until one is in the room.
    Desk seated() {
        await("in the room", () -> connection() instanceof ConnectionStatus.Live);
        id = call(() -> Objects.requireNonNull(session.youProperty().get()).participantId());
        return this;
    }

    /// Who one is, once one is seated.
    ParticipantId id() {
        return Objects.requireNonNull(id);
    }

    ConnectionStatus connection() {
        return call(() -> session.connectionProperty().get());
    }

    SessionFacts facts() {
        return call(() -> session.sessionProperty().get());
    }

    SignedHeads heads() {
        return call(() -> session.headsProperty().get());
    }

    String language() {
        return call(() -> session.languageProperty().get());
    }

    boolean may(Capability capability) {
        return call(() -> session.may(capability));
    }

    boolean unsent() {
        return call(() -> session.unsentProperty().get());
    }

    /// The names of those who are here or may come back.
    List<String> names() {
        return call(() -> session.people().stream().map(Participant::name).toList());
    }

    Participant person(Desk other) {
        return call(() -> Objects.requireNonNull(session.person(other.id())));
    }

    List<Selection> selections(Desk other) {
        return call(() -> session.selectionsProperty().get().getOrDefault(other.id(), List.of()));
    }

    boolean seesWriting(Desk other) {
        return call(() -> session.typing().contains(other.id()));
    }

    List<Message> messages() {
        return call(() -> lines(Message.class));
    }

    List<String> notices() {
        return call(() -> lines(Notice.class).stream().map(Notice::sentence).toList());
    }

    private <T> List<T> lines(Class<T> kind) {
        return session.chat().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Nullable Refusal refusal() {
        return call(() -> session.lastRefusalProperty().get());
    }

    @Nullable Withdrawn withdrawn() {
        return call(() -> session.lastWithdrawnProperty().get());
    }

    long serverNow() {
        return call(session::serverNow);
    }

    String text() {
        return call(() -> text);
    }

    List<RemoteEdit> remoteEdits() {
        return call(() -> List.copyOf(remoteEdits));
    }

    /// What became of the text's state since the beginning.
    List<TextState> textStates() {
        return call(() -> List.copyOf(textStates));
    }

    /// Types at the end of the text as soon as it is found not to be the relay's.
    void typeWhileResyncing(String typed) {
        act(room ->
                room.textStateProperty()
                        .subscribe((_, state) -> {
                            if (state == TextState.RESYNCING) {
                                Platform.runLater(() ->
                                        edit(length ->
                                                TextOperation.insert(length, length, typed)));
                            }
                        }));
    }

    void type(int at, String typed) {
        change(length -> TextOperation.insert(length, at, typed));
    }

    /// At the end of the text.
    void type(String typed) {
        change(length -> TextOperation.insert(length, length, typed));
    }

    void change(Function<Integer, TextOperation> edit) {
        act(_ -> edit(edit));
    }

    private void edit(Function<Integer, TextOperation> edit) {
        TextOperation operation = edit.apply(text.length());
        text = operation.apply(text);
        session.edit(OwnEdit.plain(operation));
    }

    void act(Consumer<RoomSession> action) {
        call(() -> {
            action.accept(session);
            return true;
        });
    }

    void awaitText(String expected) {
        await("the text " + expected, () -> text().equals(expected));
    }

    List<Change> changes() {
        return call(() -> List.copyOf(session.changes()));
    }

    /// Where the first thing is that is left of a change; 0 for nothing.
    int lineOf(Change change) {
        var found = new CompletableFuture<Map<Integer, Integer>>();
        act(room -> room.findWhatIsLeft(found::complete));
        return found.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join().get(change.first());
    }

    /// Types at the end, as an editor does.
    void typeForUndo(String typed) {
        act(room -> {
            TextOperation operation = TextOperation.insert(text.length(), text.length(), typed);
            history.breakGroup();
            show(room, history.edited(TextChange.of(operation, text), 0));
        });
    }

    void undo() {
        act(room -> show(room, Objects.requireNonNull(history.undo(text))));
    }

    void redo() {
        act(room -> show(room, Objects.requireNonNull(history.redo(text))));
    }

    void revert(Change change) {
        act(room -> {
            TextChange revert = TextChange.of(room.revert(change), text);
            show(room, history.reverted(revert, change.revisions()));
        });
    }

    private void show(RoomSession room, OwnEdit edit) {
        text = edit.operation().apply(text);
        room.edit(edit);
    }

    /// Waits until the two have the same text and nothing on its way.
    static void awaitAgreement(Desk one, Desk other) {
        await(
                "agreement",
                () -> !one.unsent() && !other.unsent() && one.text().equals(other.text()));
    }

    static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain: " + what, e);
        }
    }

    private static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS), work);
    }

    @Override
    public void close() {
        act(RoomSession::close);
    }
}
