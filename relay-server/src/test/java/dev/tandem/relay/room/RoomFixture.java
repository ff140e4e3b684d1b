package dev.tandem.relay.room;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.coderun.Runners;
import dev.tandem.relay.sessionlog.Database;
import dev.tandem.relay.sessionlog.NewSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One session in a real database, and a registry of rooms under a clock that stands.
final class RoomFixture implements AutoCloseable {
    static final SessionId SESSION = new SessionId("s1");
    static final ParticipantId ADA = new ParticipantId("ada");
    static final ParticipantId BOB = new ParticipantId("bob");
    static final Duration GRACE = Duration.ofMinutes(2);
    static final Duration EXPIRY = Duration.ofHours(24);
    static final Duration CHECK = Duration.ofSeconds(6);
    static final long START = 1_700_000_000_000L;

    final ManualTime time = new ManualTime(START);
    final BrittleLog log;
    private final Database database;
    private final int size;
    RoomRegistry rooms;

    RoomFixture(Path folder) throws Exception {
        this(folder, 10);
    }

    RoomFixture(Path folder, int size) throws Exception {
        this.size = size;
        database = Database.open(folder);
        log = new BrittleLog(database.sessionLog());
        database.sessions()
                .create(
                        new NewSession(SESSION, null, List.of(), null, "hash", List.of()),
                        List.of(
                                event(1, new RoomEvent.SessionCreated("Test", "java", null)),
                                event(
                                        2,
                                        new RoomEvent.DocumentOpened(
                                                DocumentId.MAIN, "main", "java", "abc"))));
        rooms = openRooms();
        rooms.watch(SESSION);
    }

    private static LoggedEvent event(long seq, RoomEvent event) {
        return new LoggedEvent(new Seq(seq), START, null, null, event);
    }

    private RoomRegistry openRooms() {
        return new RoomRegistry(
                log,
                new RoomSettings(size, GRACE, EXPIRY, CHECK, 256, 20, 100, 1, 5, 50, null),
                time,
                Runners.off(),
                new SimpleMeterRegistry());
    }

    /// As after kill -9 of the relay: whoever was there is forgotten, nothing was closed.
    void restart() {
        time.forgetAlarms();
        rooms = openRooms();
        rooms.watch(SESSION);
    }

    /// Someone in the room.
    final class Person {
        final Listener listener = new Listener();
        final ParticipantId id;
        final Seat seat;
        private long lastId;

        Person(Entry entry) {
            id = entry.participantId();
            seat = rooms.join(SESSION, entry, listener);
        }

        long say(Intent intent) {
            say(++lastId, intent);
            return lastId;
        }

        void say(long commandId, Intent intent) {
            lastId = Math.max(lastId, commandId);
            seat.say(new Command(new CommandId(commandId), intent));
        }

        void edit(int revision, TextOperation operation) {
            say(new Intent.CodeUpdate(DocumentId.MAIN, new Revision(revision), operation));
        }

        Person inside() {
            listener.snapshot();
            return this;
        }
    }

    Person interviewer() {
        return new Person(new Entry.Newcomer(ADA, "Ada", Role.INTERVIEWER, "token-a", true, null))
                .inside();
    }

    Person candidate() {
        return newcomer(BOB, Role.CANDIDATE).inside();
    }

    Person newcomer(ParticipantId id, Role role) {
        return new Person(new Entry.Newcomer(id, "P " + id, role, "token-" + id, false, null));
    }

    Person back(ParticipantId id, Long lastSeq) {
        return new Person(
                new Entry.Returning(
                        id,
                        "token-" + id,
                        lastSeq == null ? null : new Seq(lastSeq),
                        id.equals(ADA),
                        null));
    }

    List<LoggedEvent> events() {
        return log.read(SESSION, Seq.ZERO, 100_000);
    }

    List<RoomEvent> happened() {
        return events().stream().map(LoggedEvent::event).toList();
    }

    /// The main document's, when the question's turn comes.
    String text() {
        return rooms.ask(SESSION, state -> state.document(DocumentId.MAIN).text().toString())
                .join();
    }

    @Override
    public void close() {
        rooms.close();
        database.close();
    }
}
