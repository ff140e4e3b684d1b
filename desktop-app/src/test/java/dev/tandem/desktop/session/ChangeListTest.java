package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.session.Change.Kind;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.text.TextChange;
import dev.tandem.protocol.text.TextOperation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeListTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final ChangeList list = new ChangeList();
    private String text = "x".repeat(1_000);
    private int revision = 10;
    private long now = 50_000;

    @Test
    void whatIsTypedInOneGoIsOneChange() {
        types(MERT, 5, "def");
        assertThat(list.changes())
                .containsExactly(new Change(MERT, 50_200, 11, 13, Kind.EDIT, null, 3, 0));
        assertThat(newest().revisions()).containsExactly(11, 12, 13);
    }

    @Test
    void charactersAreCountedAsPeopleDo() {
        replaces(MERT, 5, 8, "😀é");
        assertThat(newest()).extracting(Change::added, Change::removed).containsExactly(2, 3);
        replaces(MERT, 5, 7, "");
        assertThat(newest()).extracting(Change::added, Change::removed).containsExactly(2, 4);
    }

    @Test
    void anothersEditBetweenBeginsAChange() {
        types(MERT, 5, "a");
        types(ADA, 500, "b");
        types(MERT, 6, "c");
        assertThat(list.changes()).extracting(Change::by).containsExactly(MERT, ADA, MERT);
    }

    @Test
    void soDoesAPause() {
        types(MERT, 5, "a");
        now += 2_899;
        types(MERT, 6, "b");
        now += 2_900;
        types(MERT, 7, "c");
        assertThat(list.changes()).extracting(Change::added).containsExactly(1, 2);
    }

    @Test
    void soDoesAnotherPlace() {
        types(MERT, 500, "a");
        types(MERT, 601, "b");
        types(MERT, 703, "c");
        types(MERT, 100, "d");
        assertThat(list.changes()).extracting(Change::added).containsExactly(1, 1, 2);
    }

    @Test
    void soDoesHalfAMinute() {
        for (int i = 0; i < 20; i++) {
            types(MERT, 5 + i, "a");
            now += 1_900;
        }
        assertThat(list.changes()).extracting(Change::added).containsExactly(5, 15);
    }

    @Test
    void theNewestStandFirstAndTheOldestGo() {
        for (int i = 0; i < 205; i++) {
            types(i % 2 == 0 ? MERT : ADA, 5, "a");
        }
        assertThat(list.changes()).hasSize(200);
        assertThat(list.changes().getFirst().last()).isEqualTo(215);
        assertThat(list.changes().getLast().first()).isEqualTo(16);
    }

    @Test
    void whatTheHistoryDoesNotKnowGoes() {
        types(MERT, 5, "ab");
        types(ADA, 500, "cd");
        types(MERT, 5, "e");
        list.forgetUpTo(10);
        assertThat(list.changes()).hasSize(3);
        list.forgetUpTo(13);
        assertThat(list.changes()).extracting(Change::first).containsExactly(15);
    }

    @Test
    void undosStandByThemselvesAndSayWhatTheyAre() {
        types(MERT, 5, "a");
        takesBack(MERT, TextOperation.delete(1_001, 5, 6), 11);
        takesBack(MERT, TextOperation.insert(1_000, 5, "a"), 12);
        takesBack(MERT, TextOperation.delete(1_001, 5, 6), 13);
        takesBack(ADA, TextOperation.insert(1_000, 5, "a"), 14);
        takesBack(ADA, TextOperation.delete(1_001, 5, 6));
        assertThat(list.changes().reversed())
                .extracting(Change::kind)
                .containsExactly(
                        Kind.EDIT, Kind.UNDO, Kind.REDO, Kind.UNDO, Kind.REVERT, Kind.UNDO);
        assertThat(list.changes().get(1).of()).isEqualTo(MERT);
    }

    @Test
    void whatChangedNothingIsNotListed() {
        replaces(MERT, 5, 5, "");
        assertThat(list.changes()).isEmpty();
    }

    @Test
    void afterClearingOthersWorkIsNotMistakenForAnOwn() {
        types(MERT, 5, "a");
        list.clear();
        takesBack(ADA, TextOperation.delete(1_001, 5, 6), 11);
        assertThat(list.changes())
                .containsExactly(new Change(ADA, now, 12, 12, Kind.UNDO, null, 0, 1));
    }

    private Change newest() {
        return list.changes().getFirst();
    }

    private void types(ParticipantId by, int at, String keys) {
        for (int i = 0; i < keys.length(); i++) {
            replaces(by, at + i, at + i, keys.substring(i, i + 1));
        }
    }

    private void replaces(ParticipantId by, int from, int to, String inserted) {
        happens(by, TextOperation.replace(text.length(), from, to, inserted), null);
        now += 100;
    }

    private void takesBack(ParticipantId by, TextOperation operation, Integer... revisions) {
        happens(by, operation, Arrays.stream(revisions).map(Revision::new).toList());
    }

    private void happens(ParticipantId by, TextOperation operation, List<Revision> undoOf) {
        TextChange change = TextChange.of(operation, text);
        text = operation.apply(text);
        revision++;
        list.happened(
                new CodeUpdate(DocumentId.MAIN, new Revision(revision), operation, null, undoOf),
                change,
                by,
                now);
    }
}
