package dev.tandem.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.desktop.replay.Stretch.Kind;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.role.DepartureReason;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.RunProblem;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final long START = Talk.CREATED + 3_000;

    private static List<Stretch> of(Story story, int lane, Kind kind) {
        return story.lanes().get(lane).of(kind);
    }

    private static Stretch stretch(long from, long to, Kind kind, String words) {
        return new Stretch(START + from, START + to, kind, words);
    }

    @Test
    void keysAreOneStretchUntilThereIsAPause() {
        Story story =
                Story.of(
                        Talk.begun()
                                .type(Talk.MERT, "abcdefgh", 1_000)
                                .type(Talk.ADA, "xyz", 500)
                                .after(4_000)
                                .type(Talk.MERT, "i", 0)
                                .log());
        assertThat(of(story, 1, Kind.TYPING))
                .containsExactly(
                        stretch(1_000, 8_000, Kind.TYPING, "typed"),
                        stretch(13_500, 13_500, Kind.TYPING, "typed"));
        assertThat(of(story, 0, Kind.TYPING))
                .containsExactly(stretch(8_500, 9_500, Kind.TYPING, "typed"));
    }

    @Test
    void whatCameAtOnceIsAFact() {
        Story story =
                Story.of(
                        Talk.begun()
                                .append(Talk.MERT, "x".repeat(412))
                                .after(100)
                                .append(Talk.MERT, "x".repeat(39))
                                .log());
        assertThat(of(story, 1, Kind.INSERTED))
                .containsExactly(stretch(0, 0, Kind.INSERTED, "inserted 412 characters at once"));
        assertThat(of(story, 1, Kind.TYPING))
                .containsExactly(stretch(100, 100, Kind.TYPING, "typed"));
    }

    @Test
    void whatAnUndoPutsBackIsNoInsertion() {
        Talk talk = Talk.begun();
        talk.add(
                Talk.MERT,
                new RoomEvent.CodeUpdate(
                        DocumentId.MAIN,
                        new Revision(1),
                        TextOperation.insert(0, 0, "x".repeat(100)),
                        List.of(),
                        List.of(new Revision(0))));
        assertThat(of(Story.of(talk.log()), 1, Kind.INSERTED)).isEmpty();
    }

    @Test
    void whoLostTheConnectionIsAway() {
        Story story =
                Story.of(
                        Talk.begun()
                                .after(10_000)
                                .leave(Talk.MERT, DepartureReason.LOST)
                                .after(5_000)
                                .back(Talk.MERT, "Mert Demir", Role.CANDIDATE, 1)
                                .after(5_000)
                                .end()
                                .log());
        assertThat(of(story, 1, Kind.HERE))
                .containsExactly(
                        stretch(-1_000, 10_000, Kind.HERE, ""),
                        stretch(15_000, 20_000, Kind.HERE, ""));
        assertThat(story.marks())
                .extracting(Mark::words)
                .containsExactly(
                        "Ada Kaya joined",
                        "Mert Demir joined",
                        "Ada Kaya started the interview",
                        "Mert Demir lost the connection",
                        "Mert Demir is back",
                        "The interview ended");
    }

    @Test
    void whatTheirWindowNotedIsInTheirLane() {
        Story story =
                Story.of(
                        Talk.begun()
                                .after(30_000)
                                .note(Talk.MERT, new Fact.WindowAway(12_000))
                                .note(Talk.MERT, new Fact.PastedFromOutside(DocumentId.MAIN, 412))
                                .log());

        assertThat(of(story, 1, Kind.AWAY))
                .containsExactly(
                        stretch(18_000, 30_000, Kind.AWAY, "was away from the window, 12 s"));
        assertThat(of(story, 1, Kind.NOTED))
                .containsExactly(
                        stretch(
                                30_000,
                                30_000,
                                Kind.NOTED,
                                "pasted 412 characters from outside the window"));
        assertThat(of(story, 0, Kind.AWAY)).isEmpty();
        assertThat(story.whatHappened(START + 20_000, 10))
                .containsExactly("Mert Demir was away from the window, 12 s");
    }

    @Test
    void aLaneIsSaidInWords() {
        Talk talk =
                Talk.begun()
                        .type(Talk.MERT, "ab", 100)
                        .after(10_000)
                        .type(Talk.MERT, "c", 100)
                        .run(Talk.MERT, 200, "", 1, null)
                        .say(Talk.MERT, "Hm.")
                        .submit(Talk.MERT)
                        .note(Talk.MERT, new Fact.WindowAway(2_000));

        assertThat(Story.of(talk.log()).lanes())
                .extracting(Lane::words)
                .containsExactly(
                        "Ada Kaya",
                        "Mert Demir: 2 × typed, 1 × window not in front, 1 × said, 1 × ran badly,"
                                + " 1 × handed in");
    }

    @Test
    void signsThatWouldHideEachOtherAreOne() {
        TimeAxis axis = new TimeAxis(0, 0, 100_000);
        List<Stretch> stretches =
                Stream.of(0, 1_000, 50_000, 51_000, 53_000, 100_000)
                        .map(at -> new Stretch(at, at, Kind.CHATTED, ""))
                        .toList();

        assertThat(Signs.places(stretches, axis, 100, 10)).containsExactly(0.0, 45.0, 48.0, 90.0);
    }

    @Test
    void runsSayHowTheyEnded() {
        Talk talk =
                Talk.begun()
                        .run(Talk.MERT, 200, "42\n", 0, null)
                        .run(Talk.MERT, 200, "", 1, null)
                        .run(Talk.ADA, 10_000, "", null, RunProblem.TIME_LIMIT);
        talk.add(
                Talk.ADA,
                new RoomEvent.RunStarted(
                        new RunId("t"), DocumentId.MAIN, "python", new Revision(0), null, 2));
        talk.add(null, tested(0, true)).add(null, tested(1, false));
        talk.add(
                null,
                new RoomEvent.RunFinished(new RunId("t"), null, null, 5, null, null, false, null));
        talk.add(
                Talk.MERT,
                new RoomEvent.RunStarted(
                        new RunId("u"), DocumentId.MAIN, "python", new Revision(0), null, null));
        Story story = Story.of(talk.log());
        assertThat(story.marks().stream().filter(mark -> mark.kind() == Mark.Kind.RUN))
                .extracting(Mark::words)
                .containsExactly(
                        "Mert Demir ran the code: exit 0",
                        "Mert Demir ran the code: exit 1",
                        "Ada Kaya ran the code: time limit",
                        "Ada Kaya ran the tests: 1 of 2 tests passed",
                        "Mert Demir ran the code");
        assertThat(story.lanes().getFirst().stretches())
                .filteredOn(s -> s.kind() == Kind.RAN_BADLY)
                .extracting(Stretch::from, Stretch::to)
                .containsExactly(
                        tuple(START + 400, START + 10_400), tuple(START + 10_400, START + 10_400));
    }

    private static RoomEvent tested(int index, boolean passed) {
        return new RoomEvent.TestFinished(
                new RunId("t"), index, "test", false, passed, 0, 1L, "", "", null);
    }

    @Test
    void stepsGoFromMarkToMark() {
        Talk talk =
                Talk.begun() // 5 events
                        .type(Talk.MERT, "ab", 10) // 6, 7
                        .run(Talk.MERT, 100, "", 0, null) // 8, 9
                        .say(Talk.ADA, "Well done") // 10
                        .append(Talk.ADA, "c") // 11
                        .submit(Talk.MERT) // 12
                        .run(Talk.MERT, 100, "", 0, null); // 13, 14
        Story story = Story.of(talk.log());
        assertThat(story.changeAfter(0)).isEqualTo(6);
        assertThat(story.changeAfter(7)).isEqualTo(11);
        assertThat(story.changeAfter(11)).as("none").isEqualTo(11);
        assertThat(story.changeBefore(11)).isEqualTo(7);
        assertThat(story.changeBefore(6)).as("none").isEqualTo(6);
        Set<Mark.Kind> runs = Set.of(Mark.Kind.RUN);
        assertThat(story.markAfter(0, runs)).isEqualTo(8);
        assertThat(story.markAfter(8, runs)).isEqualTo(13);
        assertThat(story.markAfter(13, runs)).as("none").isEqualTo(13);
        assertThat(story.markBefore(14, runs)).isEqualTo(13);
        assertThat(story.markBefore(8, runs)).as("none").isEqualTo(8);
        assertThat(story.markAfter(0, Set.of(Mark.Kind.SUBMISSION))).isEqualTo(12);
    }

    @Test
    void whatHappenedAroundAnInstantIsSaid() {
        Story story =
                Story.of(
                        Talk.begun()
                                .after(10_000)
                                .type(Talk.MERT, "abc", 100)
                                .say(Talk.ADA, "Good,\n go on")
                                .language(Talk.ADA, "java")
                                .log());
        assertThat(story.whatHappened(START + 10_200, 10)).containsExactly("Mert Demir typed");
        assertThat(story.whatHappened(START + 10_300, 10))
                .containsExactly(
                        "Ada Kaya said “Good, go on”", "Mert Demir typed", "Ada Kaya chose Java");
        assertThat(story.whatHappened(START + 5_000, 10)).isEmpty();
    }

    @Test
    void barsThatTouchAreOne() {
        TimeAxis axis = new TimeAxis(0, 0, 100_000);
        List<Stretch> stretches =
                List.of(
                        new Stretch(0, 1_000, Kind.TYPING, ""),
                        new Stretch(1_500, 1_600, Kind.TYPING, ""),
                        new Stretch(50_000, 50_000, Kind.TYPING, ""),
                        new Stretch(100_000, 100_000, Kind.TYPING, ""));
        assertThat(Bar.of(stretches, axis, 100, 2))
                .containsExactly(new Bar(0, 3), new Bar(50, 2), new Bar(98, 2));
    }

    @Test
    void anHourOfKeysIsNoMoreThanThePixels() {
        TimeAxis axis = new TimeAxis(0, 0, 3_600_000);
        List<Stretch> stretches =
                IntStream.range(0, 30_000)
                        .mapToObj(i -> new Stretch(i * 120L, i * 120L, Kind.TYPING, ""))
                        .toList();
        assertThat(Bar.of(stretches, axis, 1_000, 2)).hasSize(1);
    }
}
