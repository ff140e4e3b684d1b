package dev.tandem.relay.room;

import static dev.tandem.relay.room.RoomFixture.ADA;
import static dev.tandem.relay.room.RoomFixture.BOB;
import static dev.tandem.relay.room.RoomFixture.EXPIRY;
import static dev.tandem.relay.room.RoomFixture.GRACE;
import static dev.tandem.relay.room.RoomFixture.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.RunFinished;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.SessionCreated;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent.StartSession;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlinesTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir Path folder;
    private RoomFixture room;

    @BeforeEach
    void open() throws Exception {
        room = new RoomFixture(folder, 3);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSessionWithoutItsInterviewerEndsAfterTheGraceTime() {
        Person ada = started();
        Person bob = room.candidate();
        lose(ada);
        room.time.advance(GRACE.minus(MOMENT));
        assertThat(status()).isEqualTo(SessionStatus.ACTIVE);
        room.time.advance(MOMENT);

        awaitEnd(EndReason.INTERVIEWER_LEFT);
        assertThat(bob.listener.await(Event.class, 2).getLast().event().by()).isNull();
    }

    @Test
    void aSessionWithNobodyEndsAfterTheGraceTimeThoughItsRoomIsNotOpen() {
        lose(started());
        Eventually.until("the room is let go", () -> room.rooms.openRooms() == 0);
        room.time.advance(GRACE);

        awaitEnd(EndReason.ROOM_EMPTY);
        Eventually.until("the room is let go", () -> room.rooms.openRooms() == 0);
    }

    @Test
    void anInterviewerWhoIsBackInTimeKeepsItGoing() {
        lose(started());
        room.time.advance(GRACE.dividedBy(2));
        Person again = room.back(ADA, null).inside();
        room.time.advance(GRACE);
        assertThat(status()).isEqualTo(SessionStatus.ACTIVE);
        lose(again);
        room.time.advance(GRACE.minus(MOMENT));
        assertThat(status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aCandidateAloneMayBeLostForAnyTime() {
        started();
        lose(room.candidate());
        room.time.advance(GRACE.multipliedBy(10));

        assertThat(status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void afterARestartTheGraceTimeBeginsAnew() {
        started();
        room.candidate();
        room.time.advance(GRACE.multipliedBy(2));
        room.restart();
        Eventually.until("their absence is in the log", () -> lost(ADA) && lost(BOB));
        room.time.advance(GRACE.minus(MOMENT));
        assertThat(status()).isEqualTo(SessionStatus.ACTIVE);
        room.time.advance(MOMENT);

        awaitEnd(EndReason.ROOM_EMPTY);
    }

    private boolean lost(ParticipantId id) {
        return room.happened().contains(new PeerLeft(id, DepartureReason.LOST));
    }

    @Test
    void whoComesBackAfterARestartFindsTheOthersLost() {
        started();
        room.candidate();
        room.restart();

        assertThat(room.back(BOB, null).listener.snapshot().participants())
                .extracting(p -> p.connected())
                .containsExactly(false, true);
    }

    @Test
    void aSessionThatNobodyStartsExpires() {
        room.time.advance(EXPIRY.minus(MOMENT));
        assertThat(status()).isEqualTo(SessionStatus.WAITING);
        room.time.advance(MOMENT);

        awaitEnd(EndReason.EXPIRED);
    }

    @Test
    void aWaitingSessionExpiresAfterTheLastWhoWasThere() {
        room.time.advance(EXPIRY.dividedBy(2));
        Person ada = room.interviewer();
        room.time.advance(EXPIRY);
        lose(ada);
        room.time.advance(EXPIRY.minus(MOMENT));
        assertThat(status()).isEqualTo(SessionStatus.WAITING);
        room.time.advance(MOMENT);

        awaitEnd(EndReason.EXPIRED);
    }

    @Test
    void aFullRoomTurnsTheNextAway() {
        room.interviewer();
        room.candidate();
        room.newcomer(new ParticipantId("c"), Role.CANDIDATE).inside();
        Person late = room.newcomer(new ParticipantId("d"), Role.CANDIDATE);

        assertThat(late.listener.awaitClose()).isEqualTo(CloseCode.ROOM_FULL);
        assertThat(late.listener.await(Refused.class, 1).getFirst().refusal().code())
                .isEqualTo(ErrorCode.ROOM_FULL);
    }

    @Test
    void aLostParticipantsPlaceIsKeptForTheGraceTime() {
        room.interviewer();
        room.candidate();
        lose(room.newcomer(new ParticipantId("c"), Role.CANDIDATE).inside());
        ParticipantId dan = new ParticipantId("d");
        assertThat(room.newcomer(dan, Role.CANDIDATE).listener.awaitClose())
                .isEqualTo(CloseCode.ROOM_FULL);
        room.back(new ParticipantId("c"), null).inside();
        lose(room.back(new ParticipantId("c"), null).inside());
        room.time.advance(GRACE);
        room.newcomer(dan, Role.CANDIDATE).inside();

        Person back = room.back(new ParticipantId("c"), null);
        assertThat(back.listener.awaitClose()).isEqualTo(CloseCode.ROOM_FULL);
    }

    @Test
    void runsEndWhereNobodyIsLeftToSeeThem() {
        Deadlines deadlines =
                new Deadlines(
                        new RoomSettings(3, GRACE, EXPIRY, GRACE, 256, 20, 100, 1, 5, 50, null), 0);
        RunId run = new RunId("r");
        Scene full = scene(Scene.EMPTY, new SessionCreated("Test", "bash", null));
        full = scene(full, new DocumentOpened(DocumentId.MAIN, "main", "bash", ""));
        full = scene(full, new PeerJoined(ADA, "Ada", Role.INTERVIEWER, "#111111", false));
        full = scene(full, new RunStarted(run, DocumentId.MAIN, "bash", Revision.ZERO, null, null));
        Scene lost = scene(full, new PeerLeft(ADA, DepartureReason.LOST));
        Scene left = scene(full, new PeerLeft(ADA, DepartureReason.LEFT));
        Scene over = scene(left, new RunFinished(run, 0, null, 1, null, null, false, null));
        assertThat(runsEnd(deadlines, full)).isNull();
        assertThat(runsEnd(deadlines, left)).isEqualTo(left.state().at());
        assertThat(runsEnd(deadlines, lost)).isEqualTo(lost.state().at() + GRACE.toMillis());
        assertThat(runsEnd(deadlines, over)).isNull();
    }

    private static Scene scene(Scene before, RoomEvent event) {
        long next = before.state().seq().value() + 1;
        return before.evolve(new LoggedEvent(new Seq(next), next, null, null, event));
    }

    private static Long runsEnd(Deadlines deadlines, Scene scene) {
        return deadlines.runsEnd(scene.state(), scene.attendance());
    }

    private Person started() {
        Person ada = room.interviewer();
        ada.say(new StartSession());
        ada.listener.await(Ack.class, 1);
        return ada;
    }

    private void lose(Person person) {
        PeerLeft lost = new PeerLeft(person.id, DepartureReason.LOST);
        long before = count(lost);
        person.seat.leave();
        Eventually.until("the absence is in the log", () -> count(lost) > before);
    }

    private long count(RoomEvent event) {
        return room.happened().stream().filter(event::equals).count();
    }

    private SessionStatus status() {
        return room.rooms.ask(SESSION, state -> state.status()).join();
    }

    private void awaitEnd(EndReason reason) {
        Eventually.until(
                "it ended: " + reason,
                () ->
                        room.happened().getLast() instanceof SessionEnded end
                                && end.reason() == reason);
    }
}
