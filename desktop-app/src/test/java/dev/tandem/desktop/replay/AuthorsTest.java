package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorsTest {
    private static final DocumentId NOTES = new DocumentId("notes");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @Test
    void aPieceIsWhoseItIsWhateverTheOthersDo() {
        Talk talk = Talk.begun().append(Talk.ADA, "def f():").append(Talk.MERT, "\n    pass");
        talk.insert(Talk.ADA, 13, "xx").edit(Talk.MERT, TextOperation.delete(19, 0, 4));
        assertThat(talk.text()).isEqualTo("f():\n    xxpass");
        assertThat(new Authors(talk.log()).at(talk.log().size(), DocumentId.MAIN))
                .containsExactly(
                        new AuthorSpan(0, 4, Talk.ADA),
                        new AuthorSpan(4, 9, Talk.MERT),
                        new AuthorSpan(9, 11, Talk.ADA),
                        new AuthorSpan(11, 15, Talk.MERT));
    }

    /// Against one author for each character, forwards and all over.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void spansAreThoseOfTheCharacters(long seed) {
        Random random = new Random(seed);
        List<LoggedEvent> log = randomLog(random);
        Authors authors = new Authors(log);
        for (int place = 0; place <= log.size(); place += 1 + random.nextInt(5)) {
            compare(authors, log, place);
        }
        for (int i = 0; i < 20; i++) {
            compare(authors, log, random.nextInt(log.size() + 1));
        }
    }

    private static List<LoggedEvent> randomLog(Random random) {
        Talk talk = Talk.begun().open(Talk.ADA, NOTES, "notes.md", "What to ask");
        int notes = 11;
        for (int i = 0; i < 60; i++) {
            ParticipantId by = random.nextBoolean() ? Talk.ADA : Talk.MERT;
            boolean inNotes = random.nextInt(4) == 0;
            TextOperation operation = edit(random, inNotes ? notes : talk.text().length());
            talk.edit(by, inNotes ? NOTES : DocumentId.MAIN, operation);
            notes = inNotes ? operation.targetLength() : notes;
        }
        return talk.log();
    }

    private static TextOperation edit(Random random, int length) {
        int from = random.nextInt(length + 1);
        int to = Math.min(length, from + random.nextInt(6));
        return TextOperation.replace(length, from, to, "x".repeat(random.nextInt(7)));
    }

    private static void compare(Authors authors, List<LoggedEvent> log, int place) {
        for (DocumentId doc : List.of(DocumentId.MAIN, NOTES)) {
            List<@Nullable ParticipantId> written = new ArrayList<>();
            log.subList(0, place).forEach(logged -> write(logged, doc, written));
            List<@Nullable ParticipantId> found = new ArrayList<>();
            for (AuthorSpan span : authors.at(place, doc)) {
                while (found.size() < span.from()) {
                    found.add(null);
                }
                while (found.size() < span.to()) {
                    found.add(span.by());
                }
            }
            while (found.size() < written.size()) {
                found.add(null);
            }
            assertThat(found).as("%s at %d", doc, place).isEqualTo(written);
        }
    }

    private static void write(
            LoggedEvent logged, DocumentId doc, List<@Nullable ParticipantId> written) {
        if (logged.event() instanceof DocumentOpened opened && opened.doc().equals(doc)) {
            opened.text().chars().forEach(_ -> written.add(null));
        }
        if (logged.event() instanceof CodeUpdate update && update.doc().equals(doc)) {
            int at = 0;
            for (TextOperation.Part part : update.operation().parts()) {
                for (int i = 0; i < part.baseLength() && part.targetLength() == 0; i++) {
                    written.remove(at);
                }
                for (int i = 0; i < part.targetLength() && part.baseLength() == 0; i++) {
                    written.add(at, logged.by());
                }
                at += part.targetLength();
            }
        }
    }
}
