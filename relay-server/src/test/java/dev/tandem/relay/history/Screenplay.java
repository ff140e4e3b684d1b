package dev.tandem.relay.history;

import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RunError;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.PersonColors;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.sessionlog.LinkedEvent;
import dev.tandem.relay.sessionlog.SessionLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// An interview that is made up, event by event, on a clock of its own. For one thread.
final class Screenplay {
    static final ParticipantId ADA = new ParticipantId("kq7mV2xWn0bT4LrYc8sPzA");
    static final ParticipantId MERT = new ParticipantId("u3HdR9eJg5oFw1iXa6tNpQ");

    private final RandomGenerator random;
    private final List<LoggedEvent> events = new ArrayList<>();
    private final Map<DocumentId, Draft> drafts = new HashMap<>();
    private final Map<ParticipantId, PeerJoined> people = new LinkedHashMap<>();
    private long startedAt;
    private long now = 1_771_000_000_000L;
    private int runs;

    /// A document as it has become; a fold for each key would take long.
    private record Draft(String language, Revision revision, String text) {}

    Screenplay(RandomGenerator random, String title, String name, String language, String code) {
        this.random = random;
        add(null, new RoomEvent.SessionCreated(title, language, 60, true));
        open(null, DocumentId.MAIN, name, language, code);
    }

    List<LoggedEvent> events() {
        return events;
    }

    /// How long it took from its start to its end.
    long durationMs() {
        return now - startedAt;
    }

    void add(@Nullable ParticipantId by, RoomEvent event) {
        events.add(new LoggedEvent(new Seq(events.size() + 1), now, by, null, event));
    }

    /// About so long nothing happens.
    void pass(long ms) {
        now += ms / 2 + random.nextLong(Math.max(1, ms));
    }

    void come(ParticipantId id, String name, Role role) {
        people.put(id, new PeerJoined(id, name, role, PersonColors.of(people.size()), false));
        add(id, people.get(id));
    }

    void comeBack(ParticipantId id) {
        PeerJoined p = people.get(id);
        add(id, new PeerJoined(id, p.name(), p.role(), p.color(), true));
    }

    void start() {
        startedAt = now;
        add(ADA, new RoomEvent.SessionStarted(now));
    }

    void end() {
        add(ADA, new RoomEvent.SessionEnded(now, EndReason.ENDED_BY_INTERVIEWER, durationMs()));
    }

    void open(
            @Nullable ParticipantId by, DocumentId doc, String name, String language, String text) {
        drafts.put(doc, new Draft(language, Revision.ZERO, text));
        add(by, new RoomEvent.DocumentOpened(doc, name, language, text));
    }

    void say(ParticipantId by, String text) {
        add(by, new RoomEvent.ChatMessage(text));
    }

    void note(ParticipantId by, Fact fact) {
        add(by, new RoomEvent.FactNoted(fact));
    }

    /// @param operation on the text as it is now
    void edit(ParticipantId by, DocumentId doc, TextOperation operation) {
        Draft draft = drafts.get(doc);
        Revision next = draft.revision().next();
        List<String> deleted = TextChange.of(operation, draft.text()).deleted();
        drafts.put(doc, new Draft(draft.language(), next, operation.apply(draft.text())));
        add(by, new RoomEvent.CodeUpdate(doc, next, operation, deleted));
    }

    /// Key by key, at the end of a document.
    void type(ParticipantId by, DocumentId doc, String text) {
        for (String key : text.split("(?<=.)(?=.)|(?<=\n)")) {
            insert(by, doc, key);
            pass(key.isBlank() ? 700 : 180);
        }
    }

    void insert(ParticipantId by, DocumentId doc, String text) {
        int length = drafts.get(doc).text().length();
        edit(by, doc, new TextOperation.Builder().keep(length).insert(text).build());
    }

    void run(ParticipantId by, DocumentId doc, String output, @Nullable RunError error) {
        RunId id = new RunId("r" + ++runs);
        Draft draft = drafts.get(doc);
        add(
                by,
                new RoomEvent.RunStarted(
                        id, doc, draft.language(), draft.revision(), "3 1 2\n", null));
        for (String line : output.split("(?<=\n)")) {
            pass(30);
            add(by, new RoomEvent.CodeOutput(id, RunStream.STDOUT, line));
        }
        pass(error == null ? 40 : 10_000);
        add(
                by,
                new RoomEvent.RunFinished(
                        id,
                        error == null ? 0 : 137,
                        null,
                        error == null ? 63 : 10_002,
                        40L,
                        9_000_000L,
                        false,
                        error));
    }

    void handIn(ParticipantId by, DocumentId doc) {
        Draft draft = drafts.get(doc);
        add(
                by,
                new RoomEvent.CodeSubmitted(
                        new SubmissionId("s" + events.size()),
                        doc,
                        draft.revision(),
                        null,
                        draft.text()));
    }

    SessionSummary summary() {
        List<Person> came =
                people.values().stream().map(p -> new Person(p.name(), p.role())).toList();
        return new SessionSummary(
                new SessionId("made-up"),
                RoomRules.fold(events).session(),
                drafts.get(DocumentId.MAIN).language(),
                came,
                List.of());
    }

    /// It as an export reads it.
    SessionLog log() {
        return new SessionLog() {
            @Override
            public CompletableFuture<@Nullable Void> append(
                    SessionId session, Seq expectedSeq, List<LoggedEvent> more) {
                throw new UnsupportedOperationException("it is made up already");
            }

            @Override
            public List<LoggedEvent> read(SessionId session, Seq after, int limit) {
                int from = (int) after.value();
                return events.subList(from, Math.min(events.size(), from + limit));
            }

            @Override
            public Seq head(SessionId session) {
                return events.getLast().seq();
            }

            @Override
            public List<LinkedEvent> readLinked(SessionId session, Seq after, int limit) {
                throw unsigned();
            }

            @Override
            public CompletableFuture<Head> sign(SessionId session, long at) {
                throw unsigned();
            }

            @Override
            public List<Head> heads(SessionId session) {
                throw unsigned();
            }

            @Override
            public @Nullable Head lastHead(SessionId session) {
                throw unsigned();
            }

            private UnsupportedOperationException unsigned() {
                return new UnsupportedOperationException("nobody signed what is made up");
            }
        };
    }
}
