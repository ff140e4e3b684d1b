package dev.tandem.relay.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ServerMessage.Ack;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.StarTrace;
import dev.tandem.relay.Eventually;
import dev.tandem.relay.room.RoomFixture.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people who really wrote at the same time, played through a room into its log.
class StarTraceTest {
    private static final DocumentId LETTER = new DocumentId("letter");

    @Test
    void theRoomEndsWithTheTextThatThePeopleWrote(@TempDir Path folder) throws Exception {
        StarTrace trace = StarTrace.load();
        try (RoomFixture room = new RoomFixture(folder)) {
            List<Person> authors = List.of(room.interviewer(), room.candidate());
            begin(authors);
            trace.submissions().forEach(submission -> submit(authors, submission));
            Eventually.until(
                    "everything written is in the log",
                    () -> revision(room).value() == trace.submissions().size());
            assertThat(text(room)).isEqualTo(trace.endContent());
            assertThat(folded(room)).isEqualTo(trace.endContent());
        }
    }

    private static void begin(List<Person> authors) {
        Person ada = authors.getFirst();
        ada.say(new Intent.StartSession());
        ada.say(new Intent.OpenDocument(LETTER, "letter.txt", "plaintext", null));
        ada.listener.await(Ack.class, 2);
    }

    private static void submit(List<Person> authors, StarTrace.Submission submission) {
        authors.get(submission.author())
                .say(
                        new Intent.CodeUpdate(
                                LETTER,
                                new Revision(submission.revision()),
                                submission.operation()));
    }

    private static Revision revision(RoomFixture room) {
        return ask(room, state -> state.document(LETTER).revision());
    }

    private static String text(RoomFixture room) {
        return ask(room, state -> state.document(LETTER).text().toString());
    }

    private static <T> T ask(RoomFixture room, java.util.function.Function<RoomState, T> question) {
        return room.rooms.ask(RoomFixture.SESSION, question).join();
    }

    private static String folded(RoomFixture room) {
        return RoomRules.fold(room.events()).document(LETTER).text().toString();
    }
}
