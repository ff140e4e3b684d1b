package dev.tandem.desktop;

import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ConnectionStatus;
import dev.tandem.desktop.session.Kept;
import dev.tandem.desktop.session.RemoteEdit;
import dev.tandem.desktop.session.RemoteEdits;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.desktop.session.RunBoard;
import dev.tandem.desktop.session.SignedHeads;
import dev.tandem.desktop.session.TextState;
import dev.tandem.desktop.session.Withdrawn;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.PersonColors;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The state of a room as a test puts it, for views to show, and what they asked for. It does
/// nothing by itself.
public final class StillRoom implements RoomStore, RoomIntents, RemoteEdits {
    public static final long CREATED = 1_760_000_000_000L;
    public static final long STARTED = CREATED + 120_000;

    public final SimpleObjectProperty<ConnectionStatus> connection =
            new SimpleObjectProperty<>(new ConnectionStatus.Live(18));
    public final SimpleObjectProperty<@Nullable You> you = new SimpleObjectProperty<>();
    public final SimpleObjectProperty<SessionFacts> session =
            new SimpleObjectProperty<>(facts(SessionStatus.WAITING));
    public final ObservableList<Participant> people = FXCollections.observableArrayList();
    public final ObservableList<ChatLine> chat = FXCollections.observableArrayList();
    public final ObservableSet<ParticipantId> typing = FXCollections.observableSet();
    public final SimpleStringProperty language = new SimpleStringProperty("python");
    public final SimpleObjectProperty<Map<ParticipantId, List<Selection>>> selections =
            new SimpleObjectProperty<>(Map.of());
    public final ObservableList<Change> changes = FXCollections.observableArrayList();
    public final Set<Change> nothingLeft = new HashSet<>();
    public final SimpleObjectProperty<RunBoard> runs = new SimpleObjectProperty<>(RunBoard.EMPTY);
    public final SimpleObjectProperty<@Nullable Runner> runner = new SimpleObjectProperty<>();
    public final SimpleObjectProperty<SignedHeads> heads =
            new SimpleObjectProperty<>(new SignedHeads(null, null));
    public final SimpleObjectProperty<@Nullable Kept> kept = new SimpleObjectProperty<>();
    public final SimpleObjectProperty<List<TestCase>> tests = new SimpleObjectProperty<>(List.of());
    public final SimpleObjectProperty<NotedFacts> noted =
            new SimpleObjectProperty<>(NotedFacts.OFF);
    public final SimpleBooleanProperty unsent = new SimpleBooleanProperty();
    public final SimpleObjectProperty<TextState> textState =
            new SimpleObjectProperty<>(TextState.IN_SYNC);
    public final SimpleObjectProperty<Set<Capability>> may = new SimpleObjectProperty<>(Set.of());
    public final SimpleObjectProperty<@Nullable Refusal> lastRefusal = new SimpleObjectProperty<>();
    public final SimpleObjectProperty<@Nullable Withdrawn> lastWithdrawn =
            new SimpleObjectProperty<>();
    public final List<String> asked = new ArrayList<>();
    public String text = "";
    private Consumer<RemoteEdit> remote = _ -> {};
    public long now = STARTED + (24 * 60 + 16) * 1000L;

    public static SessionFacts facts(SessionStatus status) {
        boolean started = status != SessionStatus.WAITING;
        boolean ended = status == SessionStatus.ENDED;
        return new SessionFacts(
                "Backend engineer, first talk",
                status,
                CREATED,
                started ? STARTED : null,
                ended ? STARTED + (48 * 60 + 2) * 1000L : null,
                null,
                60);
    }

    public Participant comes(String name, Role role, Presence presence) {
        String color = PersonColors.of(people.size());
        ParticipantId id = new ParticipantId(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        Permissions permissions = role == Role.SPECTATOR ? Permissions.NONE : Permissions.ALL;
        Participant person = new Participant(id, name, role, color, presence, permissions, 0);
        people.add(person);
        return person;
    }

    /// Sits down as one of the people, and may do what their role may in this status.
    public void be(Participant person, SessionStatus status) {
        you.set(
                new You(
                        person.participantId(),
                        person.name(),
                        person.role(),
                        person.color(),
                        "resume",
                        0));
        session.set(facts(status));
        EnumSet<Capability> allowed = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (person.role().may(capability, status, person.permissions())) {
                allowed.add(capability);
            }
        }
        may.set(allowed);
    }

    public void says(Participant person, int atSeconds, String words) {
        chat.add(
                new ChatLine.Message(
                        STARTED + atSeconds * 1000L,
                        person.participantId(),
                        words,
                        ChatLine.Delivery.CONFIRMED));
    }

    /// Someone changed the code. Whose work was reverted is the first one's.
    public Change changed(Participant person, int atSeconds, Change.Kind kind, int in, int out) {
        int revision = changes.size() + 1;
        Change change =
                new Change(
                        person.participantId(),
                        STARTED + atSeconds * 1000L,
                        revision * 50,
                        revision * 50,
                        kind,
                        kind == Change.Kind.REVERT ? people.getFirst().participantId() : null,
                        in,
                        out);
        changes.addFirst(change);
        return change;
    }

    /// Something becomes of a run.
    public void runs(Participant person, int atSeconds, RoomEvent event) {
        Seq seq = new Seq(1_000 + atSeconds);
        long at = STARTED + atSeconds * 1000L;
        runs.set(
                runs.get().happened(new LoggedEvent(seq, at, person.participantId(), null, event)));
    }

    /// Facts are told here, and this is one more.
    public void notes(Participant person, int atSeconds, Fact fact) {
        List<LoggedEvent> events = new ArrayList<>(noted.get().events());
        long at = STARTED + atSeconds * 1000L;
        events.add(
                new LoggedEvent(
                        new Seq(2_000 + events.size()),
                        at,
                        person.participantId(),
                        null,
                        new RoomEvent.FactNoted(fact)));
        noted.set(NotedFacts.of(true, events));
    }

    public void happens(int atSeconds, String sentence) {
        chat.add(new ChatLine.Notice(STARTED + atSeconds * 1000L, sentence));
    }

    @Override
    public ReadOnlyObjectProperty<ConnectionStatus> connectionProperty() {
        return connection;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable You> youProperty() {
        return you;
    }

    @Override
    public ReadOnlyObjectProperty<SessionFacts> sessionProperty() {
        return session;
    }

    @Override
    public ObservableList<Participant> people() {
        return people;
    }

    @Override
    public @Nullable Participant person(ParticipantId id) {
        return people.stream().filter(p -> p.participantId().equals(id)).findFirst().orElse(null);
    }

    @Override
    public ObservableList<ChatLine> chat() {
        return chat;
    }

    @Override
    public ObservableSet<ParticipantId> typing() {
        return typing;
    }

    @Override
    public ReadOnlyStringProperty languageProperty() {
        return language;
    }

    @Override
    public ReadOnlyObjectProperty<Map<ParticipantId, List<Selection>>> selectionsProperty() {
        return selections;
    }

    @Override
    public ObservableList<Change> changes() {
        return changes;
    }

    @Override
    public void findWhatIsLeft(Consumer<Map<Integer, Integer>> then) {
        Map<Integer, Integer> lines = new HashMap<>();
        for (Change change : changes) {
            String before = text.substring(0, Math.min(change.first(), text.length()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            lines.put(change.first(), nothingLeft.contains(change) ? 0 : line);
        }
        then.accept(lines);
    }

    @Override
    public TextOperation revert(Change change) {
        return TextOperation.delete(text.length(), change.first(), change.first() + 1);
    }

    @Override
    public ReadOnlyObjectProperty<RunBoard> runsProperty() {
        return runs;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Runner> runnerProperty() {
        return runner;
    }

    @Override
    public ReadOnlyObjectProperty<SignedHeads> headsProperty() {
        return heads;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
        return kept;
    }

    @Override
    public ReadOnlyObjectProperty<List<TestCase>> testsProperty() {
        return tests;
    }

    @Override
    public ReadOnlyObjectProperty<NotedFacts> factsProperty() {
        return noted;
    }

    @Override
    public ReadOnlyBooleanProperty unsentProperty() {
        return unsent;
    }

    @Override
    public ReadOnlyObjectProperty<TextState> textStateProperty() {
        return textState;
    }

    @Override
    public ReadOnlyObjectProperty<Set<Capability>> mayProperty() {
        return may;
    }

    @Override
    public long serverNow() {
        return now;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Refusal> lastRefusalProperty() {
        return lastRefusal;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Withdrawn> lastWithdrawnProperty() {
        return lastWithdrawn;
    }

    @Override
    public Text visibleText() {
        return Text.of(text);
    }

    @Override
    public void note(Fact fact) {
        asked.add(fact.toString());
    }

    @Override
    public void start() {
        asked.add("start");
    }

    @Override
    public void end() {
        asked.add("end");
    }

    @Override
    public void leave() {
        asked.add("leave");
    }

    @Override
    public void say(String words) {
        asked.add("say " + words);
    }

    @Override
    public void typing(boolean on) {
        asked.add("typing " + on);
    }

    @Override
    public void setLanguage(String id) {
        asked.add("language " + id);
    }

    @Override
    public void setPermissions(
            ParticipantId participant, @Nullable Boolean canEdit, @Nullable Boolean canRun) {
        asked.add("permissions " + participant + " " + canEdit + " " + canRun);
    }

    @Override
    public void remove(ParticipantId participant) {
        asked.add("remove " + participant);
    }

    @Override
    public void edit(OwnEdit onVisibleText) {
        asked.add("edit");
        asked.addAll(onVisibleText.reverts().stream().map(r -> "revert " + r).toList());
    }

    @Override
    public void point(List<Selection> onVisibleText) {
        asked.add("point");
    }

    @Override
    public void run(@Nullable String stdin) {
        asked.add(stdin == null ? "run" : "run on " + stdin);
    }

    @Override
    public void runTests() {
        asked.add("run tests");
    }

    @Override
    public void type(RunId run, String typed, boolean eof) {
        asked.add("type " + typed.strip() + (eof ? "the end" : ""));
    }

    @Override
    public void stop(RunId run) {
        asked.add("stop " + run);
    }

    @Override
    public void submit() {
        asked.add("submit");
    }

    @Override
    public void setTests(List<TestCase> newTests) {
        asked.add("tests " + newTests.stream().map(TestCase::name).toList());
        tests.set(newTests);
    }

    @Override
    public void reconnectNow() {
        asked.add("reconnect");
    }

    @Override
    public void onRemoteEdit(Consumer<RemoteEdit> listener) {
        remote = listener;
    }

    /// One of the others changes the text.
    public void edits(Participant person, TextOperation operation) {
        text = operation.apply(text);
        remote.accept(new RemoteEdit(operation, person.participantId()));
    }
}
