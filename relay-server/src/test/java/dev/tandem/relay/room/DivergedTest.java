package dev.tandem.relay.room;

import static dev.tandem.relay.room.RoomFixture.CHECK;
import static dev.tandem.relay.room.RoomFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent.ChatMessage;
import dev.tandem.protocol.intent.Intent.EndSession;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Duplicate;
import dev.tandem.protocol.message.ServerMessage.Noted;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a room makes of someone who has another text.
class DivergedTest {
    private static final Diverged DIVERGED =
            new Diverged(DocumentId.MAIN, new Revision(1), "0123456789abcdef");

    @TempDir Path folder;
    private RoomFixture room;
    private Person ada;
    private Person bob;

    @BeforeEach
    void open() throws Exception {
        room = new RoomFixture(folder);
        ada = room.interviewer();
        bob = room.candidate();
        ada.edit(0, TextOperation.insert(3, 3, "d"));
        ada.listener.await(Ack.class, 1);
        room.time.advance(CHECK);
        bob.listener.await(TextChecked.class, 1);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void itIsCountedAndNotStored() {
        int events = room.happened().size();
        bob.seat.say(null, DIVERGED);
        room.newcomer(new ParticipantId("eve"), Role.SPECTATOR).inside().seat.say(null, DIVERGED);
        awaitCount(2);
        assertThat(bob.listener.heard()).noneMatch(Noted.class::isInstance);
        assertThat(room.happened()).hasSize(events + 1); // a spectator came
    }

    @Test
    void underAnIdItIsAnsweredWithoutAPlaceInTheLogAndTheIdIsNotTaken() {
        bob.say(new ChatMessage("one"));
        bob.seat.say(new CommandId(5), DIVERGED);
        assertThat(bob.listener.await(Noted.class, 1))
                .containsExactly(new Noted(new CommandId(5), START + CHECK.toMillis()));
        bob.say(5, new ChatMessage("two"));
        assertThat(bob.listener.await(Ack.class, 2).getLast().replyTo())
                .isEqualTo(new CommandId(5));
        awaitCount(1);
    }

    @Test
    void underAnIdThatIsTakenItHasNoEffect() {
        bob.say(5, new ChatMessage("one"));
        bob.seat.say(new CommandId(5), DIVERGED);
        assertThat(bob.listener.await(Duplicate.class, 1))
                .containsExactly(new Duplicate(new CommandId(5)));
        assertThat(room.rooms.divergences()).isZero();
    }

    @Test
    void whateverItSaysNobodyIsSentAwayForIt() {
        bob.seat.say(null, new Diverged(new DocumentId("gone"), Revision.ZERO, DIVERGED.hash()));
        bob.seat.say(null, new Diverged(DocumentId.MAIN, new Revision(900), DIVERGED.hash()));
        ada.say(new EndSession());
        bob.seat.say(new CommandId(7), DIVERGED);
        bob.listener.await(Noted.class, 1);
        assertThat(bob.listener.closeCode()).isNull();
        awaitCount(2);
    }

    private void awaitCount(int divergences) {
        Eventually.until(
                divergences + " divergences", () -> room.rooms.divergences() == divergences);
    }
}
