package dev.tandem.relay.room;

import static dev.tandem.relay.room.RoomFixture.ADA;
import static dev.tandem.relay.room.RoomFixture.BOB;
import static dev.tandem.relay.room.RoomFixture.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.PeerJoined;
import dev.tandem.protocol.event.RoomEvent.PeerLeft;
import dev.tandem.protocol.event.RoomEvent.SessionEnded;
import dev.tandem.protocol.event.RoomEvent.SessionStarted;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Intent.ChatMessage;
import dev.tandem.protocol.intent.Intent.EndSession;
import dev.tandem.protocol.intent.Intent.LeaveRoom;
import dev.tandem.protocol.intent.Intent.StartSession;
import dev.tandem.protocol.message.CloseCode;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.Tail;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Duplicate;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @TempDir Path folder;
    private RoomFixture room;

    @BeforeEach
    void open() throws Exception {
        room = new RoomFixture(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsANewcomerEverythingWithTheirOwnComing() {
        room.interviewer();
        RoomSnapshot snapshot = room.candidate().listener.snapshot();

        assertThat(snapshot.seq()).isEqualTo(new Seq(4));
        assertThat(snapshot.you().participantId()).isEqualTo(BOB);
        assertThat(snapshot.you().resumeToken()).isEqualTo("token-bob");
        assertThat(snapshot.participants()).allMatch(p -> p.connected()).hasSize(2);
        assertThat(snapshot.content())
                .isInstanceOfSatisfying(
                        Whole.class,
                        whole -> assertThat(whole.documents().getFirst().text()).isEqualTo("abc"));
    }

    @Test
    void tellsTheOthersWhoCame() {
        Person ada = room.interviewer();
        room.candidate();

        LoggedEvent joined = ada.listener.await(Event.class, 1).getFirst().event();
        assertThat(joined.by()).isEqualTo(BOB);
        assertThat(joined.event())
                .isInstanceOfSatisfying(PeerJoined.class, j -> assertThat(j.resumed()).isFalse());
    }

    @Test
    void acknowledgesWhereTheOthersHear() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        ada.say(new StartSession());
        ada.edit(0, TextOperation.insert(3, 3, "d"));
        bob.listener.await(Event.class, 2);
        bob.edit(0, TextOperation.insert(3, 0, "x"));

        ada.listener.await(Event.class, 2);
        bob.listener.await(Ack.class, 1);
        assertThat(seqs(ada)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(seqs(bob)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(bob.listener.heard().getLast()).isInstanceOf(Ack.class);
    }

    private static List<Long> seqs(Person person) {
        return person.listener.heard().stream()
                .filter(message -> !(message instanceof HeadSigned))
                .map(RoomTest::seq)
                .toList();
    }

    private static long seq(ServerMessage message) {
        return switch (message) {
            case RoomSnapshot snapshot -> snapshot.seq().value();
            case Ack ack -> ack.seq().value();
            case Event(LoggedEvent event) -> event.seq().value();
            case ServerMessage other -> throw new AssertionError("has no seq: " + other);
        };
    }

    @Test
    void keepsWhatEditsDeletedInTheLogAlone() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        ada.edit(0, TextOperation.delete(3, 0, 2));

        RoomEvent live = bob.listener.await(Event.class, 1).getFirst().event().event();
        assertThat(((RoomEvent.CodeUpdate) live).deleted()).isNull();
        RoomEvent logged = room.happened().getLast();
        assertThat(((RoomEvent.CodeUpdate) logged).deleted()).containsExactly("ab");
    }

    @Test
    void saysOfAnUndoWhatItTakesBack() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        List<Revision> undone = List.of(new Revision(1));
        ada.edit(0, TextOperation.delete(3, 0, 2));
        ada.say(
                new Intent.CodeUpdate(
                        DocumentId.MAIN,
                        new Revision(1),
                        TextOperation.insert(1, 0, "ab"),
                        undone));

        RoomEvent live = bob.listener.await(Event.class, 2).getLast().event().event();
        assertThat(((RoomEvent.CodeUpdate) live).undoOf()).isEqualTo(undone);
        RoomEvent logged = room.happened().getLast();
        assertThat(((RoomEvent.CodeUpdate) logged).undoOf()).isEqualTo(undone);
    }

    @Test
    void commitsTogetherWhatCameDuringACommitAndTellsNobodyBefore() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        int before = room.log.appended().size();
        var commit = room.log.hold();
        ada.say(new ChatMessage("1"));
        Eventually.until("the commit began", () -> room.log.appended().size() > before);
        ada.say(new ChatMessage("2"));
        bob.say(new ChatMessage("3"));
        bob.say(new ChatMessage("4"));

        assertThat(bob.listener.heard()).hasSize(1);
        commit.complete(null);

        bob.listener.await(Ack.class, 2);
        assertThat(room.log.appended().subList(before, room.log.appended().size()))
                .containsExactly(1, 3);
    }

    @Test
    void takesBackWhatCannotBeStored() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        room.log.failOnce();
        long refused = ada.say(new ChatMessage("lost"));

        assertThat(ada.listener.await(Refused.class, 1))
                .allSatisfy(r -> {
                    assertThat(r.replyTo().value()).isEqualTo(refused);
                    assertThat(r.refusal().code()).isEqualTo(ErrorCode.INTERNAL);
                });
        ada.say(refused, new ChatMessage("kept"));

        LoggedEvent heard = bob.listener.await(Event.class, 1).getFirst().event();
        assertThat(heard.event()).isEqualTo(new RoomEvent.ChatMessage("kept"));
        assertThat(heard.seq()).isEqualTo(new Seq(5));
    }

    @Test
    void takesForDoneWhatIsInTheLogAlthoughItsCommitFailed() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        room.log.failOnceAfterwards();
        ada.edit(0, TextOperation.insert(3, 3, "d"));

        ada.listener.await(Ack.class, 1);
        bob.listener.await(Event.class, 1);
        ada.edit(1, TextOperation.insert(4, 4, "e"));
        bob.listener.await(Event.class, 2);
        assertThat(ada.listener.heard()).noneMatch(Refused.class::isInstance);
        assertThat(room.text()).isEqualTo("abcde");
    }

    @Test
    void tellsNobodyThatNothingHappenedWhereNobodyKnows() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        room.log.setUnreadable(true);
        room.log.failOnceAfterwards();
        ada.say(new ChatMessage("said"));

        assertThat(ada.listener.awaitClose()).isEqualTo(CloseCode.FAILED);
        assertThat(bob.listener.awaitClose()).isEqualTo(CloseCode.FAILED);
        assertThat(ada.listener.heard()).noneMatch(Refused.class::isInstance);
        room.log.setUnreadable(false);
        RoomSnapshot snapshot = room.back(ADA, 4L).listener.snapshot();
        assertThat(snapshot.you().lastId()).isEqualTo(1);
        assertThat(room.happened()).contains(new RoomEvent.ChatMessage("said"));
    }

    @Test
    void closesNewcomersWhoCannotBeStoredAndKeepsWhoIsThere() {
        Person ada = room.interviewer();
        room.candidate();
        ada.listener.await(Event.class, 1);
        ada.seat.leave();
        Eventually.until(
                "her absence is stored", () -> room.happened().getLast() instanceof PeerLeft);
        room.log.failOnce();
        Person again = room.back(ADA, null);

        assertThat(again.listener.awaitClose()).isEqualTo(CloseCode.FAILED);
        assertThat(room.back(ADA, null).listener.snapshot().seq()).isEqualTo(new Seq(6));
    }

    @Test
    void doesNothingTwice() {
        Person ada = room.interviewer();
        ada.say(5, new ChatMessage("once"));
        ada.say(5, new ChatMessage("something else"));
        ada.say(3, new StartSession());

        assertThat(ada.listener.await(Duplicate.class, 2))
                .extracting(d -> d.replyTo().value())
                .containsExactly(5L, 3L);
        assertThat(room.happened()).hasSize(4);
    }

    @Test
    void doesNotTakeTheIdOfWhatItRefuses() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        bob.say(1, new StartSession());
        bob.listener.await(Refused.class, 1);
        bob.say(1, new ChatMessage("hello"));

        bob.listener.await(Ack.class, 1);
        ada.listener.await(Event.class, 2);
    }

    @Test
    void seatsWhoComesBackAndSilentlyUnseatsTheirOlderConnection() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        Person again = room.back(BOB, null).inside();
        bob.say(9, new ChatMessage("from the older"));
        again.say(1, new ChatMessage("from the newer"));

        assertThat(bob.listener.awaitClose()).isEqualTo(CloseCode.REPLACED);
        ada.listener.await(Event.class, 2);
        again.listener.await(Ack.class, 1);
        assertThat(room.happened().subList(4, room.happened().size()))
                .containsExactly(new RoomEvent.ChatMessage("from the newer"));
    }

    @Test
    void forgetsTheOlderConnectionWhenItIsGoneAtLast() {
        room.interviewer();
        Person bob = room.candidate();
        Person again = room.back(BOB, null).inside();
        bob.seat.leave();
        again.say(1, new ChatMessage("still here"));

        again.listener.await(Ack.class, 1);
        assertThat(room.happened()).noneMatch(PeerLeft.class::isInstance);
    }

    @Test
    void tellsWhoComesBackWhatHappenedMeanwhile() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        bob.say(new ChatMessage("mine"));
        bob.listener.await(Ack.class, 1);
        bob.seat.leave();
        ada.listener.await(Event.class, 3);
        ada.say(new ChatMessage("hers"));
        ada.listener.await(Ack.class, 1);

        RoomSnapshot snapshot = room.back(BOB, 4L).listener.snapshot();

        assertThat(snapshot.seq()).isEqualTo(new Seq(8));
        assertThat(snapshot.you().lastId()).isEqualTo(1);
        assertThat(snapshot.content())
                .isInstanceOfSatisfying(
                        Tail.class,
                        tail ->
                                assertThat(tail.events())
                                        .extracting(LoggedEvent::event)
                                        .hasExactlyElementsOfTypes(
                                                RoomEvent.ChatMessage.class,
                                                PeerLeft.class,
                                                RoomEvent.ChatMessage.class,
                                                PeerJoined.class));
    }

    @Test
    void tellsEverythingWhereTheLastSeqIsOfNoUse() {
        room.interviewer();
        room.candidate();

        assertThat(room.back(BOB, 100L).listener.snapshot().content()).isInstanceOf(Whole.class);
    }

    @Test
    void noticesALostConnectionAndAReturn() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        bob.seat.leave();
        bob.seat.leave();
        List<Event> heard = ada.listener.await(Event.class, 2);
        assertThat(heard.getLast().event().by()).isNull();
        assertThat(heard.getLast().event().event())
                .isEqualTo(new PeerLeft(BOB, DepartureReason.LOST));

        room.back(BOB, null).inside();

        PeerJoined joined =
                (PeerJoined) ada.listener.await(Event.class, 3).getLast().event().event();
        assertThat(joined.resumed()).isTrue();
        assertThat(joined.color()).isEqualTo(bob.listener.snapshot().you().color());
    }

    @Test
    void letsWhoLeavesGoForGood() {
        room.interviewer();
        Person bob = room.candidate();
        bob.say(new LeaveRoom());

        assertThat(bob.listener.awaitClose()).isEqualTo(CloseCode.LEFT);
        assertThat(bob.listener.heard().getLast()).isInstanceOf(Ack.class);
        assertThat(room.back(BOB, null).listener.awaitClose()).isEqualTo(CloseCode.NOT_ADMITTED);
    }

    @Test
    void endsWithTheLastInterviewerWhoLeaves() {
        Person ada = room.interviewer();
        Person bob = room.candidate();
        ada.say(new StartSession());
        ada.say(new LeaveRoom());

        LoggedEvent end = bob.listener.await(Event.class, 3).getLast().event();
        assertThat(end.by()).isNull();
        assertThat(end.event())
                .isInstanceOfSatisfying(
                        SessionEnded.class,
                        e -> assertThat(e.reason()).isEqualTo(EndReason.INTERVIEWER_LEFT));
    }

    @Test
    void neverGoesBackInTime() {
        Person ada = room.interviewer();
        room.time.setBack(Duration.ofHours(1));
        ada.say(new StartSession());
        ada.listener.await(Ack.class, 1);

        assertThat(room.events()).extracting(LoggedEvent::at).isSorted();
        assertThat(room.happened().getLast()).isEqualTo(new SessionStarted(RoomFixture.START));
    }

    @Test
    void doesForItsOwnerWhatTheyAskFromOutside() {
        Person ada = room.interviewer();
        Decision started = room.rooms.request(SESSION, new StartSession()).join();
        Decision again = room.rooms.request(SESSION, new StartSession()).join();

        assertThat(started).isInstanceOf(Decision.Accepted.class);
        assertThat(again).isInstanceOf(Decision.Refused.class);
        LoggedEvent heard = ada.listener.await(Event.class, 1).getFirst().event();
        assertThat(heard.by()).isEqualTo(ADA);
        assertThat(heard.id()).isNull();
    }

    @Test
    void namesNobodyWhereTheOwnerIsNotInTheRoom() {
        room.candidate();
        room.rooms.request(SESSION, new Intent.UpdateSession("New", 30)).join();

        assertThat(room.events().getLast().by()).isNull();
    }

    @Test
    void answersQuestionsInTheirTurn() {
        Person ada = room.interviewer();
        ada.edit(0, TextOperation.insert(3, 3, "d"));

        assertThat(room.text()).isEqualTo("abcd");
    }

    @Test
    void knowsNoSessionThatWasNeverMade() {
        var nowhere = new dev.tandem.protocol.id.SessionId("nowhere");

        assertThatThrownBy(() -> room.rooms.ask(nowhere, state -> state).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NoSuchSession.class);
    }

    @Test
    void isErasedAfterItsEndOnly() {
        Person ada = room.interviewer();
        var erasures = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(room.rooms.erase(SESSION, erasures::incrementAndGet).join()).isFalse();
        ada.say(new EndSession());
        ada.listener.await(Ack.class, 1);

        assertThat(room.rooms.erase(SESSION, erasures::incrementAndGet).join()).isTrue();
        assertThat(erasures).hasValue(1);
        assertThat(ada.listener.awaitClose()).isEqualTo(CloseCode.REVOKED);
    }

    @Test
    void takesNoMemoryWhenNobodyIsThere() {
        Person ada = room.interviewer();
        assertThat(room.rooms.openRooms()).isEqualTo(1);
        ada.seat.leave();

        Eventually.until("the room is let go", () -> room.rooms.openRooms() == 0);
        assertThat(room.back(ADA, null).listener.snapshot().seq()).isEqualTo(new Seq(5));
    }

    @Test
    void saysGoodbyeWhenTheRelayGoes() {
        Person ada = room.interviewer();
        ada.say(new ChatMessage("last words"));
        room.rooms.close();

        assertThat(ada.listener.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
        ada.listener.await(Ack.class, 1);
        assertThat(room.happened().getLast()).isEqualTo(new PeerLeft(ADA, DepartureReason.LOST));
        assertThat(room.back(ADA, null).listener.awaitClose()).isEqualTo(CloseCode.GOING_AWAY);
    }

    @Test
    void manyChatMessagesAtATimeAreRefused() {
        Person bob = room.candidate();
        for (int i = 0; i < 101; i++) {
            bob.say(new ChatMessage("message " + i));
        }
        Refused refused = bob.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refused.refusal().facts()).containsEntry("retryAfterMs", 50);
        assertThat(bob.listener.await(Ack.class, 100)).hasSize(100);

        room.time.setBack(Duration.ofHours(1));
        bob.say(new ChatMessage("too early"));
        bob.listener.await(Refused.class, 2);
        room.time.advance(Duration.ofMillis(100));
        bob.say(101, new ChatMessage("message 100"));
        bob.say(new ChatMessage("message 101"));
        bob.say(new ChatMessage("message 102"));

        bob.listener.await(Refused.class, 3);
        assertThat(bob.listener.await(Ack.class, 102)).hasSize(102);
        assertThat(room.happened())
                .filteredOn(RoomEvent.ChatMessage.class::isInstance)
                .hasSize(102)
                .last()
                .isEqualTo(new RoomEvent.ChatMessage("message 101"));
    }

    @Test
    void aNewConnectionBringsNoNewBurst() {
        Person bob = room.candidate();
        for (int i = 0; i < 100; i++) {
            bob.say(new ChatMessage("message " + i));
        }
        bob.listener.await(Ack.class, 100);
        bob.seat.leave();
        Eventually.until("the room is let go", () -> room.rooms.openRooms() == 0);

        Person back = room.back(BOB, null).inside();
        back.say(101, new ChatMessage("message 100"));
        Refused refused = back.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.RATE_LIMITED);
        room.time.advance(Duration.ofMillis(50));
        back.say(101, new ChatMessage("message 100"));
        back.listener.await(Ack.class, 1);
    }
}
