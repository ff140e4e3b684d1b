package dev.tandem.relay.room;

import static dev.tandem.relay.room.RoomFixture.CHECK;
import static dev.tandem.relay.room.RoomFixture.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.Acknowledgement.Revised;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.message.ServerMessage.Event;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a room says what its texts have to be. The text begins as `abc`.
class ChecksTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final DocumentId NOTES = new DocumentId("notes");

    @TempDir Path folder;
    private RoomFixture room;
    private Person ada;

    @BeforeEach
    void open() throws Exception {
        room = new RoomFixture(folder);
        ada = room.interviewer();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void everyoneIsToldTheTextSomeSecondsAfterAChange() {
        Person spectator = room.newcomer(new ParticipantId("eve"), Role.SPECTATOR).inside();
        type(0, "d");
        settle();
        room.time.advance(CHECK.minus(MOMENT));
        assertThat(checks(ada)).isEmpty();
        room.time.advance(MOMENT);

        TextChecked expected =
                new TextChecked(
                        room.time.now(), DocumentId.MAIN, new Revision(1), Text.of("dabc").hash());
        assertThat(ada.listener.await(TextChecked.class, 1)).containsExactly(expected);
        assertThat(spectator.listener.await(TextChecked.class, 1)).containsExactly(expected);
        assertThat(room.happened()).hasSize(5);
    }

    @Test
    void withoutAChangeThereIsNone() {
        room.time.advance(Duration.ofMinutes(1));
        assertThat(checks(ada)).isEmpty();

        type(0, "d");
        settle();
        room.time.advance(CHECK);
        ada.listener.await(TextChecked.class, 1);
        ada.say(new Intent.SetLanguage(DocumentId.MAIN, "go"));
        ada.say(new Intent.ChatMessage("Hello"));
        room.time.advance(Duration.ofMinutes(1));
        assertThat(checks(ada)).hasSize(1);
    }

    @Test
    void whileSomeoneTypesTheyComeInTimeAndNotTooOften() {
        Person bob = room.candidate();
        for (int revision = 0; revision < 120; revision++) {
            type(revision, "x");
            settle();
            room.time.advance(Duration.ofMillis(500));
        }
        room.time.advance(CHECK);
        settle();

        List<TextChecked> checks = checks(bob);
        assertThat(checks).isEqualTo(checks(ada)).hasSizeBetween(6, 12);
        assertThat(checks.getFirst().at()).isLessThanOrEqualTo(RoomFixture.START + 10_000);
        assertThat(checks.getLast().revision()).isEqualTo(new Revision(120));
        assertThat(gaps(checks)).allMatch(gap -> gap >= 5_000 && gap <= 10_000);
        assertFollowTheirRevision(ada);
        assertFollowTheirRevision(bob);
    }

    private static List<Long> gaps(List<TextChecked> checks) {
        return IntStream.range(1, checks.size())
                .mapToObj(i -> checks.get(i).at() - checks.get(i - 1).at())
                .toList();
    }

    /// Whoever carries out what they hear has the text that a check tells when it comes.
    private static void assertFollowTheirRevision(Person person) {
        Revision revision = Revision.ZERO;
        for (ServerMessage message : person.listener.heard()) {
            switch (message) {
                case Event(var logged) when logged.event() instanceof CodeUpdate update ->
                        revision = update.revision();
                case Ack(_, _, _, Revised(Revision made)) -> revision = made;
                case TextChecked check -> {
                    assertThat(check.revision()).isEqualTo(revision);
                    String text = "x".repeat(revision.value()) + "abc";
                    assertThat(check.hash()).isEqualTo(Text.of(text).hash());
                }
                case ServerMessage _ -> {}
            }
        }
    }

    @Test
    void eachDocumentHasItsOwn() {
        ada.say(new Intent.OpenDocument(NOTES, "notes.md", "markdown", "hm"));
        ada.say(new Intent.CodeUpdate(NOTES, Revision.ZERO, TextOperation.insert(2, 2, "!")));
        settle();
        room.time.advance(CHECK.dividedBy(2));
        type(0, "d");
        settle();
        room.time.advance(CHECK.dividedBy(2));
        assertThat(ada.listener.await(TextChecked.class, 1))
                .extracting(TextChecked::doc, TextChecked::hash)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NOTES, Text.of("hm!").hash()));
        room.time.advance(CHECK.dividedBy(2));
        assertThat(ada.listener.await(TextChecked.class, 2).getLast().doc())
                .isEqualTo(DocumentId.MAIN);

        ada.say(new Intent.CodeUpdate(NOTES, new Revision(1), TextOperation.delete(3, 2, 3)));
        ada.say(new Intent.CloseDocument(NOTES));
        settle();
        room.time.advance(Duration.ofMinutes(1));
        assertThat(checks(ada)).hasSize(2);
    }

    @Test
    void nothingIsSaidOfATextThatIsNotStoredYet() {
        type(0, "d");
        settle();
        var permission = room.log.hold();
        type(1, "e");
        room.time.advance(CHECK);
        Eventually.until("the second is being stored", () -> room.log.appended().size() == 3);
        assertThat(ada.listener.heard()).noneMatch(TextChecked.class::isInstance);
        permission.complete(null);

        assertThat(ada.listener.await(TextChecked.class, 1).getFirst().revision())
                .isEqualTo(new Revision(2));
    }

    @Test
    void aCheckThatWasDueWhenTheLogFailedComesLater() {
        type(0, "d");
        settle();
        room.log.failOnce();
        type(1, "lost");
        ada.listener.await(ServerMessage.Refused.class, 1);
        room.time.advance(CHECK);

        TextChecked check = ada.listener.await(TextChecked.class, 1).getFirst();
        assertThat(check.revision()).isEqualTo(new Revision(1));
        assertThat(check.hash()).isEqualTo(Text.of("dabc").hash());
    }

    @Test
    void aRoomWithNobodyInItIsNotOpenedForIt() {
        type(0, "d");
        settle();
        ada.seat.leave();
        Eventually.until("the room is empty", () -> room.rooms.openRooms() == 0);
        room.time.advance(CHECK);
        assertThat(room.rooms.openRooms()).isZero();
        Person back = room.back(RoomFixture.ADA, null).inside();
        room.time.advance(Duration.ofMinutes(1));
        assertThat(checks(back)).isEmpty();
    }

    private void type(int revision, String text) {
        int length = "abc".length() + revision;
        ada.edit(revision, TextOperation.insert(length, 0, text));
    }

    private List<TextChecked> checks(Person person) {
        settle();
        return person.listener.heard().stream()
                .filter(TextChecked.class::isInstance)
                .map(TextChecked.class::cast)
                .toList();
    }

    /// Waits until the room has dealt with everything that was said.
    private void settle() {
        room.rooms.ask(SESSION, state -> state).join();
    }
}
