package dev.tandem.relay.room;

import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.relay.coderun.CodeRunner;
import dev.tandem.relay.metrics.Metrics;
import dev.tandem.relay.sessionlog.SessionLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All rooms. One is opened from its log when something comes for it, and let go when nobody is in
/// it; its deadlines wait without it. Any thread.
///
/// What is asked for fails with [NoSuchSession] where there is no such session.
public final class RoomRegistry implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<SessionId, Room> rooms = new ConcurrentHashMap<>();
    private final Divergences divergences = new Divergences();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final SessionLog log;
    private final RoomSettings settings;
    private final RoomTime time;
    private final CodeRunner runner;
    private final Paces paces;
    private final Deadlines deadlines;
    private final Alarms alarms;
    private final RoomMeters meters;

    /// @param runner runs what people write
    /// @param meters where rooms, events and their way to everyone are counted
    public RoomRegistry(
            SessionLog log,
            RoomSettings settings,
            RoomTime time,
            CodeRunner runner,
            MeterRegistry meters) {
        this.log = log;
        this.settings = settings;
        this.time = time;
        this.runner = runner;
        this.paces = new Paces(settings, time);
        this.deadlines = new Deadlines(settings, time.now());
        this.alarms = new Alarms(time, session -> post(session, new Letter.Woken()));
        this.meters = new RoomMeters(meters);
        Metrics.gauge(meters, "tandem.rooms", "Rooms that are open.", this::openRooms);
        Metrics.counter(
                meters,
                "tandem.divergences",
                "How often someone had another text than the relay.",
                divergences,
                Divergences::count);
    }

    /// A session that is not over was made, or is there since before the relay started: looks at
    /// it, and from then on at its deadlines.
    public void watch(SessionId session) {
        post(session, new Letter.Woken());
    }

    /// Lets someone in, or closes their connection with the reason why not. What they say through
    /// the seat before that is decided is heard after it.
    public Seat join(SessionId session, Entry entry, Subscriber subscriber) {
        while (true) {
            Room room = room(session);
            Seat seat =
                    new Seat(room.mailbox(), settings.commandsWaiting(), paces, entry, subscriber);
            if (room.mailbox().post(new Letter.Arrived(seat))) {
                return seat;
            }
            rooms.remove(session, room);
        }
    }

    /// What the interviewer to whom the session belongs wants from outside the room.
    public CompletableFuture<Decision> request(SessionId session, Intent intent) {
        CompletableFuture<Decision> answer = new CompletableFuture<>();
        post(session, new Letter.Requested(intent, answer));
        return answer;
    }

    /// Something about the room as it is when the question's turn comes.
    public <T> CompletableFuture<T> ask(SessionId session, Function<RoomState, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(session, new Letter.Asked<>(question, answer));
        return answer;
    }

    /// Erases a session that has ended, and sends away who still reads it.
    ///
    /// @param erase takes it out of the database
    /// @return whether it had ended; if not, it is as before
    public CompletableFuture<Boolean> erase(SessionId session, Runnable erase) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        post(session, new Letter.Erased(erase, answer));
        return answer;
    }

    /// Tells everyone what can be run now.
    public void tellRunner() {
        rooms.values().forEach(room -> room.mailbox().post(new Letter.Stocked()));
    }

    /// How many rooms are open.
    public int openRooms() {
        return rooms.size();
    }

    /// How often someone had another text than the relay, since it started.
    public long divergences() {
        return divergences.count();
    }

    /// Closes all connections with 1001 once all that was said before is in the log, and lets
    /// nobody in any more.
    @Override
    public void close() {
        closing.set(true);
        rooms.values().forEach(room -> room.mailbox().post(new Letter.Closed()));
        CompletableFuture.allOf(
                        rooms.values().stream().map(Room::end).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    void wakeAt(SessionId session, @Nullable Long at) {
        alarms.set(session, at);
    }

    void wakeLater(SessionId session) {
        alarms.set(session, time.now() + RETRY.toMillis());
    }

    void forget(SessionId session, Room room) {
        rooms.remove(session, room);
    }

    /// What comes of a run when the relay goes away is of no interest: the log has its end.
    private void hear(SessionId session, Letter letter) {
        if (!closing.get()) {
            post(session, letter);
        }
    }

    private void post(SessionId session, Letter letter) {
        Room room = room(session);
        while (!room.mailbox().post(letter)) {
            rooms.remove(session, room);
            room = room(session);
        }
    }

    private Room room(SessionId session) {
        return rooms.computeIfAbsent(session, this::open);
    }

    private Room open(SessionId session) {
        Room room =
                new Room(
                        new RoomContext(
                                session,
                                log,
                                deadlines,
                                time,
                                paces,
                                divergences,
                                meters,
                                runner,
                                letter -> hear(session, letter),
                                closing),
                        this);
        Thread.ofVirtual().name("room-" + session).start(room::live);
        return room;
    }
}
