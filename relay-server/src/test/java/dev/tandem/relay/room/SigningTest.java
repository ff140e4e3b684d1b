package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ServerMessage.HeadSigned;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.KeptHead;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.history.StoredCheck;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a room has signed of its log, and whom it tells.
class SigningTest {
    @TempDir Path folder;
    private RoomFixture room;
    private Person ada;

    @BeforeEach
    void enter() throws Exception {
        room = new RoomFixture(folder);
        ada = room.interviewer();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static List<Head> heads(Person person, int count) {
        return person.listener.await(HeadSigned.class, count).stream()
                .map(HeadSigned::head)
                .toList();
    }

    @Test
    void everyoneHearsOfTheStartAndTheEnd() {
        Person bob = room.candidate();
        ada.say(new Intent.StartSession());
        Seq started = heads(bob, 1).getFirst().seq();
        ada.say(new Intent.EndSession());

        List<Head> told = heads(bob, 2);
        assertThat(heads(ada, 2)).isEqualTo(told).isEqualTo(room.log.heads(RoomFixture.SESSION));
        assertThat(told.getLast().seq()).isEqualTo(started.next());
        assertThat(told).allMatch(head -> head.isSignedFor(RoomFixture.SESSION));
        assertThat(check(told.getLast()).head()).isEqualTo(told.getLast());
    }

    private Unchanged check(Head kept) {
        return (Unchanged)
                new StoredCheck(room.log)
                        .of(RoomFixture.SESSION, KeptHead.parse(kept.shortText()).orElseThrow());
    }

    @Test
    void whoComesLaterHearsOfTheNewest() {
        ada.say(new Intent.StartSession());
        Head head = heads(ada, 1).getFirst();

        assertThat(heads(room.candidate(), 1)).containsExactly(head);
        room.restart();
        assertThat(heads(room.back(RoomFixture.BOB, null).inside(), 1)).containsExactly(head);
    }

    @Test
    void itIsSignedAgainAfterManyEvents() {
        ada.say(new Intent.StartSession());
        Head first = heads(ada, 1).getFirst();
        for (int i = 0; i < 1_000; i++) {
            ada.edit(i, TextOperation.insert(3 + i, 0, "x"));
        }

        Head second = heads(ada, 2).getLast();
        assertThat(second.seq().value()).isGreaterThanOrEqualTo(first.seq().value() + 1_000);
        assertThat(check(second).unsigned()).isZero();
    }

    @Test
    void itIsSignedAgainAfterAWhile() {
        ada.say(new Intent.StartSession());
        heads(ada, 1);
        ada.say(new Intent.ChatMessage("hm"));
        room.text(); // when it is answered, the message is in the log
        room.time.advance(Duration.ofMinutes(2));

        assertThat(heads(ada, 2).getLast().seq()).isEqualTo(room.events().getLast().seq());
    }
}
