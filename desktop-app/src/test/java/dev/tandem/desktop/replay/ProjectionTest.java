package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.replay.Moment.Page;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.ChatMessage;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {
    private static final DocumentId NOTES = new DocumentId("notes");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    private static Moment at(List<LoggedEvent> log, int place) {
        return new Projection(log).at(new Wanted(place, null, false), null);
    }

    /// Wherever one goes, the step leads from the text before to the fold's.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stepsLeadFromTextToText(long seed) {
        Random random = new Random(seed);
        Talk talk = Talk.begun();
        for (int i = 0; i < 900; i++) {
            int length = talk.text().length();
            int from = random.nextInt(length + 1);
            int to = Math.min(length, from + random.nextInt(4));
            ParticipantId by = random.nextBoolean() ? Talk.ADA : Talk.MERT;
            talk.edit(by, TextOperation.replace(length, from, to, "x".repeat(random.nextInt(4))));
        }
        Projection projection = new Projection(talk.log());
        Moment shown = null;
        String text = "";
        int place = 5;
        for (int i = 0; i < 40; i++) {
            Moment next = projection.at(new Wanted(place, null, true), shown);
            Page page = next.page();
            text = page.step() == null ? page.text() : page.step().apply(text);
            assertThat(text).isEqualTo(page.text());
            assertThat(text)
                    .isEqualTo(
                            RoomRules.fold(talk.log().subList(0, place))
                                    .document(DocumentId.MAIN)
                                    .text()
                                    .toString());
            shown = next;
            place = next(random, place, talk.log().size());
        }
    }

    private static int next(Random random, int place, int size) {
        return random.nextInt(4) == 0
                ? random.nextInt(2, size + 1)
                : Math.clamp(place + random.nextInt(41) - 20, 2, size);
    }

    @Test
    void whatNobodyTouchedStaysUntouched() {
        Talk talk = Talk.begun().append(Talk.ADA, "one two three");
        int from = talk.log().size();
        talk.insert(Talk.MERT, 0, "zero ").append(Talk.ADA, " four");
        Projection projection = new Projection(talk.log());
        Moment before = projection.at(new Wanted(from, null, false), null);
        Page after = projection.at(new Wanted(from + 2, null, false), before).page();
        assertThat(after.step())
                .isEqualTo(
                        new TextOperation.Builder()
                                .insert("zero ")
                                .keep(13)
                                .insert(" four")
                                .build());
        Moment there = projection.at(new Wanted(from + 2, null, false), null);
        Page back = projection.at(new Wanted(from, null, false), there).page();
        assertThat(back.step())
                .isEqualTo(new TextOperation.Builder().delete(5).keep(13).delete(5).build());
    }

    @Test
    void theDocumentIsTheOneThatIsWanted() {
        Talk talk = Talk.begun().open(Talk.ADA, NOTES, "notes.md", "").append(Talk.MERT, "x");
        int main = talk.log().size();
        talk.edit(Talk.ADA, NOTES, TextOperation.insert(0, 0, "Ask"));
        int notes = talk.log().size();
        talk.add(Talk.ADA, new DocumentClosed(NOTES));
        Projection projection = new Projection(talk.log());
        assertThat(doc(projection, main, null)).isEqualTo(DocumentId.MAIN);
        assertThat(doc(projection, notes, null)).as("follows").isEqualTo(NOTES);
        assertThat(doc(projection, main, NOTES)).as("chosen").isEqualTo(NOTES);
        assertThat(doc(projection, notes + 1, NOTES)).as("closed").isEqualTo(DocumentId.MAIN);
        assertThat(projection.at(new Wanted(0, NOTES, true), null).page()).isNull();
    }

    private static DocumentId doc(Projection projection, int place, @Nullable DocumentId wanted) {
        return projection.at(new Wanted(place, wanted, false), null).page().doc();
    }

    @Test
    void caretsAreWherePeopleWroteLast() {
        Talk talk = Talk.begun().append(Talk.ADA, "abc").append(Talk.MERT, "de");
        talk.insert(Talk.ADA, 1, "XX").edit(Talk.MERT, TextOperation.delete(7, 5, 6));
        talk.after(1_000).add(Talk.ADA, new ChatMessage("Good"));
        Moment moment = at(talk.log(), talk.log().size());
        assertThat(moment.writer()).isEqualTo(Talk.MERT);
        assertThat(moment.page().carets())
                .containsEntry(Talk.ADA, List.of(Selection.caret(3)))
                .containsEntry(Talk.MERT, List.of(Selection.caret(5)));
    }

    @Test
    void whoWroteLongAgoHasNoCaret() {
        Talk talk = Talk.begun().append(Talk.ADA, "abc").after(61_000).append(Talk.MERT, "d");
        Moment moment = at(talk.after(600_000).say(Talk.ADA, "?").log(), talk.log().size());
        assertThat(moment.page().carets()).containsOnlyKeys(Talk.MERT);
    }
}
