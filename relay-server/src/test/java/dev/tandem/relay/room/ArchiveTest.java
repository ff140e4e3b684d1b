package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Refused;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A room forgets old changes, and nobody notices: the text begins as `abc`, and is written at its
/// end far longer than the room remembers, with other things in between.
class ArchiveTest {
    private static final int EDITS = 3 * Archive.REMEMBERED;
    private static final DocumentId NOTES = new DocumentId("notes");

    @TempDir private Path folder;
    private RoomFixture room;
    private Person ada;

    @BeforeEach
    void write() throws Exception {
        room = new RoomFixture(folder);
        ada = room.interviewer();
        ada.say(new Intent.StartSession());
        ada.say(new Intent.OpenDocument(NOTES, "notes", "plaintext", "😀"));
        for (int i = 0; i < EDITS; i++) {
            ada.edit(i, TextOperation.insert(3 + i, 3 + i, "x"));
            if (i % 100 == 0) {
                ada.say(new Intent.ChatMessage("still here"));
                ada.say(update(NOTES, i / 100, TextOperation.insert(2 + i / 100, 2, "n")));
            }
        }
        ada.listener.await(Ack.class, 2 + EDITS + 2 * (EDITS / 100 + 1));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static Intent update(DocumentId doc, int revision, TextOperation operation) {
        return new Intent.CodeUpdate(doc, new Revision(revision), operation);
    }

    private Document main() {
        return room.rooms.ask(RoomFixture.SESSION, state -> state.document(DocumentId.MAIN)).join();
    }

    @Test
    void aRoomRemembersNoMoreThanItMay() {
        assertThat(main().history().size()).isLessThanOrEqualTo(Archive.REMEMBERED);
        assertThat(main().revision()).isEqualTo(new Revision(EDITS));
    }

    @Test
    void aLargeTextIsForgottenSooner() {
        String large = "y".repeat((int) Archive.REMEMBERED_CODE_UNITS + 1);
        ada.edit(EDITS, TextOperation.insert(3 + EDITS, 0, large));
        ada.listener.await(Ack.class, 3 + EDITS + 2 * (EDITS / 100 + 1));

        assertThat(main().history().size()).isZero();

        ada.edit(EDITS, TextOperation.delete(3 + EDITS, 0, 3));
        ada.listener.await(Ack.class, 4 + EDITS + 2 * (EDITS / 100 + 1));
        assertThat(main().text().toString()).isEqualTo(large + "x".repeat(EDITS));
    }

    @Test
    void anEditOfEveryRevisionSinceTheFirstIsCarriedToTheHead() {
        Person bob = room.candidate();
        for (int revision = 0; revision <= EDITS; revision += 32) {
            bob.edit(revision, TextOperation.delete(3 + revision, 0, 1));
        }

        bob.listener.await(Ack.class, EDITS / 32 + 1);
        assertThat(main().text().toString()).isEqualTo("bc" + "x".repeat(EDITS));
        Document folded = RoomRules.fold(room.events()).document(DocumentId.MAIN);
        assertThat(folded.text()).isEqualTo(main().text());
    }

    @Test
    void anEditThatNeverFittedIsRefusedWithItsNumbers() {
        Person bob = room.candidate();
        bob.edit(1, TextOperation.insert(3, 0, "late"));

        Refused refused = bob.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.BAD_OPERATION);
        assertThat(refused.refusal().message()).contains("3").contains("4");
        assertThat(refused.refusal().facts()).containsEntry("head", EDITS);
    }

    @Test
    void aPairThatIsForgottenIsStillNotCut() {
        Person bob = room.candidate();
        bob.say(update(NOTES, 0, TextOperation.insert(2, 1, "cut")));

        Refused refused = bob.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.BAD_OPERATION);
    }

    @Test
    void aRoomThatIsOpenedAgainKnowsTheSame() {
        room.restart();
        Person bob = room.newcomer(new ParticipantId("eve"), Role.INTERVIEWER).inside();
        assertThat(main().history().size()).isLessThanOrEqualTo(Archive.REMEMBERED);

        bob.edit(0, TextOperation.delete(3, 0, 3));
        bob.listener.await(Ack.class, 1);
        assertThat(main().text().toString()).isEqualTo("x".repeat(EDITS));
    }

    @Test
    void whoMayNotWriteIsToldSoFirst() {
        Person eve = room.newcomer(new ParticipantId("eve"), Role.SPECTATOR).inside();
        eve.edit(0, TextOperation.insert(7, 0, "no"));

        Refused refused = eve.listener.await(Refused.class, 1).getFirst();
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FORBIDDEN);
    }
}
