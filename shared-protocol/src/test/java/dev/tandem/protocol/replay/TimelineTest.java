package dev.tandem.protocol.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final int STRIDE = 10;

    private final List<LoggedEvent> log = new ArrayList<>();

    /// A text that gets one `x` a second.
    private Timeline timeline(int edits) {
        happen(1_000, new RoomEvent.SessionCreated("Talk", "python", 60));
        happen(1_000, new RoomEvent.DocumentOpened(DocumentId.MAIN, "main.py", "python", ""));
        for (int i = 0; i < edits; i++) {
            happen(
                    2_000 + 1_000 * i,
                    new RoomEvent.CodeUpdate(
                            DocumentId.MAIN,
                            new Revision(i + 1),
                            TextOperation.insert(i, i, "x"),
                            List.of()));
        }
        return new Timeline(log, STRIDE);
    }

    private void happen(long at, RoomEvent event) {
        log.add(new LoggedEvent(new Seq(log.size() + 1), at, null, null, event));
    }

    private static String text(RoomState state) {
        return state.document(DocumentId.MAIN).text().toString();
    }

    @Test
    void everyPlaceHasTheStateOfTheFold() {
        Timeline timeline = timeline(35);
        for (int place : new int[] {37, 2, 12, 11, 10, 9, 37, 30, 29, 5, 21}) {
            RoomState folded = RoomRules.fold(log.subList(0, place));
            assertThat(text(timeline.stateAt(place))).isEqualTo(text(folded)).hasSize(place - 2);
            assertThat(timeline.stateAt(place).seq()).isEqualTo(folded.seq());
        }
        assertThat(timeline.stateAt(0)).isEqualTo(RoomState.EMPTY);
    }

    @Test
    void aStateStaysAsItIs() {
        Timeline timeline = timeline(35);
        RoomState early = timeline.stateAt(15);
        timeline.stateAt(37);
        timeline.stateAt(3);
        assertThat(text(early)).hasSize(13);
    }

    /// Whoever steps through an hour must not remember all of it.
    @Test
    void aStateRemembersNoMoreChangesThanLieBehindTheLastOneThatIsKept() {
        Timeline timeline = timeline(35);
        for (int place = 0; place <= 37; place++) {
            timeline.stateAt(place);
        }
        assertThat(timeline.stateAt(37).document(DocumentId.MAIN).history().size()).isEqualTo(7);
    }

    @Test
    void whatIsFoldedBeforehandIsThere() {
        Timeline timeline = timeline(35);
        assertThat(timeline.foldOn(30)).isTrue();
        RoomState early = timeline.stateAt(4);
        assertThat(timeline.foldOn(7)).isFalse();
        assertThat(timeline.foldOn(7)).isFalse();
        assertThat(text(timeline.stateAt(37))).hasSize(35);
        assertThat(text(early)).hasSize(2);
    }

    /// Else a long text would be kept every few events.
    @Test
    void fewerStatesOfALongTextAreKept() {
        happen(1_000, new RoomEvent.SessionCreated("Talk", "python", 60));
        happen(
                1_000,
                new RoomEvent.DocumentOpened(
                        DocumentId.MAIN, "main.py", "python", "x".repeat(256 * 20)));
        for (int i = 0; i < 60; i++) {
            TextOperation edit = TextOperation.insert(256 * 20 + i, i, "y");
            happen(
                    2_000,
                    new RoomEvent.CodeUpdate(
                            DocumentId.MAIN, new Revision(i + 1), edit, List.of()));
        }
        Timeline timeline = new Timeline(log, STRIDE);
        timeline.stateAt(62);
        assertThat(timeline.stateAt(60).document(DocumentId.MAIN).history().size()).isZero();
        assertThat(timeline.stateAt(59).document(DocumentId.MAIN).history().size()).isEqualTo(19);
    }

    @Test
    void anInstantIsThePlaceWhereAllUpToItHasHappened() {
        Timeline timeline = timeline(3);
        assertThat(timeline.placeAt(999)).isZero();
        assertThat(timeline.placeAt(1_000)).isEqualTo(2);
        assertThat(timeline.placeAt(2_999)).isEqualTo(3);
        assertThat(timeline.placeAt(3_000)).isEqualTo(4);
        assertThat(timeline.placeAt(Long.MAX_VALUE)).isEqualTo(5);
        assertThat(timeline.begin()).isEqualTo(1_000);
        assertThat(timeline.end()).isEqualTo(4_000);
    }

    @Test
    void eventsLieBetweenPlaces() {
        Timeline timeline = timeline(3);
        assertThat(timeline.between(2, 4)).isEqualTo(log.subList(2, 4));
        assertThat(timeline.eventAfter(4)).isEqualTo(log.get(4));
    }

    @Test
    void thereAreNoOtherPlaces() {
        Timeline timeline = timeline(3);
        assertThatThrownBy(() -> timeline.stateAt(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> timeline.stateAt(-1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anEmptyLogHasOnePlace() {
        Timeline timeline = new Timeline(List.of());
        assertThat(timeline.stateAt(0)).isEqualTo(RoomState.EMPTY);
        assertThat(timeline.placeAt(5)).isZero();
        assertThat(timeline.end()).isZero();
    }
}
