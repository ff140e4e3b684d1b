package dev.tandem.desktop.session;

import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextChange;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What is shown of a room; [RoomSession] keeps it true, or [RecordedRoom] of one that is past.
abstract sealed class ObservableRoom implements RoomStore permits RoomSession, RecordedRoom {
    final ReadOnlyObjectWrapper<ConnectionStatus> connection =
            new ReadOnlyObjectWrapper<>(new ConnectionStatus.Connecting());
    final ReadOnlyObjectWrapper<@Nullable Refusal> lastRefusal = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Withdrawn> lastWithdrawn = new ReadOnlyObjectWrapper<>();
    final People people = new People();
    final ChatLog chat = new ChatLog();
    final OthersTyping typing = new OthersTyping();
    final Carets carets = new Carets();
    final TextWatch textWatch = new TextWatch();
    final ChangeList changes = new ChangeList();

    private final ReadOnlyObjectWrapper<@Nullable You> you = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SessionFacts> session =
            new ReadOnlyObjectWrapper<>(RoomState.EMPTY.session());
    private final ReadOnlyStringWrapper language = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsent = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Set<Capability>> may =
            new ReadOnlyObjectWrapper<>(Set.of());
    final ReadOnlyObjectWrapper<@Nullable Runner> runner = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SignedHeads> heads =
            new ReadOnlyObjectWrapper<>(SignedHeads.NONE);
    private final ReadOnlyObjectWrapper<RunBoard> runs =
            new ReadOnlyObjectWrapper<>(RunBoard.EMPTY);
    private final ReadOnlyObjectWrapper<List<TestCase>> tests =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<NotedFacts> facts =
            new ReadOnlyObjectWrapper<>(NotedFacts.OFF);
    RunBoard board = RunBoard.EMPTY;
    private RoomState confirmed = RoomState.EMPTY;
    private RoomState shown = RoomState.EMPTY;

    /// The room as it is confirmed now. It is shown by [#show].
    final void know(RoomState newest) {
        confirmed = newest;
    }

    /// Keeps what the relay signed.
    ///
    /// @param signed whether its signature is right
    final void keep(Head head, boolean signed) {
        heads.set(heads.get().with(head, signed));
    }

    /// Lists an edit of the main document.
    final void list(LoggedEvent logged, CodeUpdate update) {
        Document document = confirmed.document(update.doc());
        int before = update.revision().value() - 1;
        if (update.doc().equals(DocumentId.MAIN)
                && document != null
                && document.history().knows(before)) {
            TextChange change = document.history().since(before).getFirst();
            changes.happened(update, change, logged.by(), logged.at());
            changes.forgetUpTo(document.history().baseRevision());
        }
    }

    /// Shows what is known; who one is comes last, because it says that the rest is there. One's
    /// own key confirms nothing, so it costs little.
    @SuppressWarnings("ReferenceEquality") // comparing what is in the states would cost more
    final void show(@Nullable You me, boolean someIsUnsent) {
        if (shown != confirmed) {
            shown = confirmed;
            session.set(confirmed.session());
            language.set(confirmed.language());
            facts.set(confirmed.facts());
            people.show(confirmed.participants().values());
            Document main = confirmed.document(DocumentId.MAIN);
            tests.set(main == null ? List.of() : main.tests());
        }
        runs.set(board);
        carets.show();
        unsent.set(someIsUnsent);
        may.set(capabilities(me));
        you.set(me);
    }

    private Set<Capability> capabilities(@Nullable You me) {
        Participant person = me == null ? null : confirmed.participant(me.participantId());
        if (person == null || connection.get() instanceof Closed) {
            return Set.of();
        }
        return Arrays.stream(Capability.values())
                .filter(c -> person.role().may(c, confirmed.status(), person.permissions()))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)),
                                Collections::unmodifiableSet));
    }

    @Override
    public final ReadOnlyObjectProperty<ConnectionStatus> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable You> youProperty() {
        return you.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<SessionFacts> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    @Override
    public final ObservableList<Participant> people() {
        return people.shown();
    }

    @Override
    public final @Nullable Participant person(ParticipantId id) {
        return confirmed.participant(id);
    }

    @Override
    public final ObservableList<ChatLine> chat() {
        return chat.lines();
    }

    @Override
    public final ObservableSet<ParticipantId> typing() {
        return typing.shown();
    }

    @Override
    public final ReadOnlyStringProperty languageProperty() {
        return language.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<Map<ParticipantId, List<Selection>>> selectionsProperty() {
        return carets.shownProperty();
    }

    @Override
    public final ObservableList<Change> changes() {
        return changes.changes();
    }

    @Override
    public final ReadOnlyObjectProperty<RunBoard> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Runner> runnerProperty() {
        return runner.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<SignedHeads> headsProperty() {
        return heads.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<List<TestCase>> testsProperty() {
        return tests.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<NotedFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyBooleanProperty unsentProperty() {
        return unsent.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<TextState> textStateProperty() {
        return textWatch.stateProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<Set<Capability>> mayProperty() {
        return may.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Refusal> lastRefusalProperty() {
        return lastRefusal.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Withdrawn> lastWithdrawnProperty() {
        return lastWithdrawn.getReadOnlyProperty();
    }
}
