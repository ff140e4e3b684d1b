package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.replay.Timeline;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// People write, talk, lose connections and come back; afterwards the log is looked at in every
/// place where one of them was: forwards, backwards, and all over. It has to show each time what
/// they had.
class ReplayOfSessionsTest {

    static LongStream seeds() {
        return Seeds.fixedAndFresh(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayShowsWhatPeopleHad(long seed) throws IOException {
        Plan.random(seed, false)
                .play(
                        "replay-" + seed,
                        session -> {
                            session.heal();
                            check(session, new Random(seed));
                        });
    }

    private static void check(SimulatedSession session, Random random) {
        TreeMap<Integer, View> had = new TreeMap<>();
        for (SimulatedPerson person : session.people()) {
            for (RoomState state : person.seen()) {
                View view = View.of(state);
                View before = had.put((int) state.seq().value(), view);
                assertThat(before == null ? view : before).isEqualTo(view);
            }
        }
        List<Integer> places = new ArrayList<>(had.keySet());
        assertThat(places).hasSizeGreaterThan(2);
        Timeline timeline = new Timeline(session.log(), 1 + random.nextInt(50));
        compare(timeline, places, had);
        compare(timeline, places.reversed(), had);
        Collections.shuffle(places, random);
        compare(timeline, places, had);
        compare(new Timeline(session.log(), 7), places, had);
    }

    private static void compare(
            Timeline timeline, List<Integer> places, TreeMap<Integer, View> had) {
        for (int place : places) {
            assertThat(View.of(timeline.stateAt(place)))
                    .as("place %d", place)
                    .isEqualTo(had.get(place));
        }
    }

    /// All that a person can see of a room.
    private record View(
            SessionFacts session,
            long at,
            List<Participant> people,
            List<DocumentState> documents,
            List<LoggedEvent> chat,
            List<Run> runs) {

        static View of(RoomState state) {
            return new View(
                    state.session(),
                    state.at(),
                    SimulatedSession.whoIsThere(state),
                    SimulatedSession.whatIsOpen(state),
                    List.copyOf(state.chat()),
                    state.runs().all());
        }
    }
}
