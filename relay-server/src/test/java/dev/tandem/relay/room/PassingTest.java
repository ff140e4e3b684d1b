package dev.tandem.relay.room;

import static dev.tandem.relay.room.RoomFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent.EndSession;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ClientMessage.Typing;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.message.ServerMessage.TypingChanged;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingTest {
    @TempDir Path folder;
    private RoomFixture room;
    private Person ada;
    private Person bob;

    @BeforeEach
    void open() throws Exception {
        room = new RoomFixture(folder);
        ada = room.interviewer();
        bob = room.candidate();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void goesToTheOthersWithItsAuthorAndIsNotStored() {
        bob.seat.offer(null, cursor(0, 1, 3));
        bob.seat.offer(null, new Typing(true));

        TypingChanged typing = ada.listener.await(TypingChanged.class, 1).getFirst();
        assertThat(typing).isEqualTo(new TypingChanged(RoomFixture.START, BOB, true));
        assertThat(ada.listener.await(CursorMoved.class, 1))
                .containsExactly(
                        new CursorMoved(
                                RoomFixture.START,
                                BOB,
                                DocumentId.MAIN,
                                Revision.ZERO,
                                List.of(new Selection(1, 3))));
        assertThat(room.happened()).hasSize(4);
        assertThat(bob.listener.heard()).hasSize(1);
    }

    @Test
    void staysInOrderWithTheEditsBeforeIt() {
        ada.edit(0, TextOperation.insert(3, 3, "defg"));
        ada.seat.offer(null, cursor(1, 7, 7));

        bob.listener.await(CursorMoved.class, 1);
        assertThat(bob.listener.heard().get(1)).isInstanceOf(Event.class);
    }

    @Test
    void isDroppedWhereItDoesNotFit() {
        bob.seat.offer(null, cursor(0, 0, 4));
        bob.seat.offer(null, cursor(1, 0, 0));
        bob.seat.offer(
                null,
                new Cursor(new DocumentId("other"), Revision.ZERO, List.of(Selection.caret(0))));
        bob.seat.offer(null, cursor(0, 3, 3));

        assertThat(ada.listener.await(CursorMoved.class, 1))
                .extracting(CursorMoved::selections)
                .containsExactly(List.of(Selection.caret(3)));
        assertThat(bob.listener.heard()).hasSize(1);
    }

    @Test
    void isRefusedToWhomTheTableForbidsIt() {
        Person spectator = room.newcomer(new ParticipantId("eve"), Role.SPECTATOR).inside();
        spectator.seat.offer(null, cursor(0, 0, 0));

        Refused refused = spectator.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.replyTo()).isNull();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void afterTheEndCaretsAreShownButNobodyTypes() {
        ada.say(new EndSession());
        bob.seat.offer(null, new Typing(true));
        bob.seat.offer(null, cursor(0, 0, 0));

        assertThat(bob.listener.await(Refused.class, 1).getFirst().refusal().code())
                .isEqualTo(ErrorCode.SESSION_ENDED);
        ada.listener.await(CursorMoved.class, 1);
    }

    private static Cursor cursor(int revision, int anchor, int head) {
        return new Cursor(
                DocumentId.MAIN, new Revision(revision), List.of(new Selection(anchor, head)));
    }
}
