package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.edit;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.main;
import static dev.tandem.protocol.sync.Walk.refused;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static dev.tandem.protocol.sync.Walk.undo;
import static dev.tandem.protocol.sync.Walk.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How an undo goes out: by itself, and with the revisions that it takes back.
class RoomClientUndoTest {
    private final Walk walk = Walk.into("ab");

    @Test
    void anUndoNamesTheRevisionsThatItsGroupBecame() {
        types(1, 2, "c");
        walk.hears(revised(1, 6, 1));
        types(1, 3, "d");
        walk.hears(revised(2, 7, 2));
        deletes(2, 1, 2, 4);
        assertThat(walk.sent()).containsExactly(undo(3, 2, TextOperation.delete(4, 2, 4), 1, 2));
        walk.hears(revised(3, 8, 3));
        assertThat(walk.told())
                .anySatisfy(notice ->
                        assertThat(notice)
                                .extracting("event.event.undoOf")
                                .isEqualTo(List.of(new Revision(1), new Revision(2))));
    }

    @Test
    void aRedoNamesWhatTheUndoBecame() {
        types(1, 2, "c");
        walk.hears(revised(1, 6, 1));
        deletes(2, 1, 2, 3);
        walk.hears(revised(2, 7, 2));
        inserts(3, 2, 2, "c");
        assertThat(walk.sent()).containsExactly(undo(3, 2, TextOperation.insert(2, 2, "c"), 2));
    }

    @Test
    void anUndoOfWhatIsInFlightWaitsForItAndIsNotMixedWithTyping() {
        types(1, 2, "c");
        deletes(2, 1, 2, 3);
        types(3, 0, "x");
        types(3, 1, "y");
        assertThat(walk.text()).isEqualTo("xyab");
        assertThat(walk.hears(revised(1, 6, 1)).sent())
                .containsExactly(undo(2, 1, TextOperation.delete(3, 2, 3), 1));
        assertThat(walk.hears(revised(2, 7, 2)).sent())
                .containsExactly(edit(3, 2, TextOperation.insert(2, 0, "xy")));
    }

    @Test
    void whatWasTypedAndUndoneBeforeItWasSentIsNeverSent() {
        walk.disconnects();
        types(1, 2, "secret");
        deletes(2, 1, 2, 8);
        assertThat(walk.client().unsent()).isFalse();
        inserts(3, 2, 2, "secret");
        types(4, 0, "x");
        deletes(5, 3, 3, 9);
        assertThat(walk.text()).isEqualTo("xab");
        assertThat(walk.connects().hears(Walk.tail(0, 5)).sent())
                .containsExactly(edit(1, 0, TextOperation.insert(2, 0, "x")));
        assertThat(walk.hears(revised(1, 6, 1)).sent()).isEmpty();
    }

    @Test
    void whatWasDeletedIsBroughtBackByAnOperationOfItsOwn() {
        walk.disconnects();
        deletes(1, 0, 0, 1);
        inserts(2, 1, 0, "a");
        walk.connects();
        assertThat(walk.hears(Walk.tail(0, 5)).sent())
                .containsExactly(edit(1, 0, TextOperation.delete(2, 0, 1)));
        assertThat(walk.hears(revised(1, 6, 1)).sent())
                .containsExactly(undo(2, 1, TextOperation.insert(1, 0, "a"), 1));
    }

    @Test
    void whatIsHalfSentIsUndoneAsAWhole() {
        types(1, 2, "c");
        types(1, 3, "d");
        deletes(2, 1, 2, 4);
        assertThat(walk.hears(revised(1, 6, 1)).sent())
                .containsExactly(edit(2, 1, TextOperation.insert(3, 3, "d")));
        assertThat(walk.hears(revised(2, 7, 2)).sent())
                .containsExactly(undo(3, 2, TextOperation.delete(4, 2, 4), 1, 2));
    }

    @Test
    void severalUndosThatWaitGoTogether() {
        types(1, 2, "c");
        walk.hears(revised(1, 6, 1));
        types(2, 0, "x");
        walk.hears(revised(2, 7, 2));
        types(3, 4, "z");
        deletes(4, 3, 4, 5);
        deletes(5, 2, 0, 1);
        deletes(6, 1, 2, 3);
        assertThat(walk.hears(revised(3, 8, 3)).sent())
                .containsExactly(
                        undo(
                                4,
                                3,
                                new TextOperation.Builder().delete(1).keep(2).delete(2).build(),
                                1,
                                2,
                                3));
    }

    @Test
    void aRedoFollowsTheUndoThatItTakesBack() {
        types(1, 2, "c");
        deletes(2, 1, 2, 3);
        inserts(3, 2, 2, "c");
        walk.hears(revised(1, 6, 1));
        assertThat(walk.hears(revised(2, 7, 2)).sent())
                .containsExactly(undo(3, 2, TextOperation.insert(2, 2, "c"), 2));
    }

    @Test
    void whatWaitsIsCarriedOverOthersEditsOneAfterAnother() {
        types(1, 2, "c");
        deletes(2, 1, 2, 3);
        types(3, 1, "x");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 1, "Ada")))));
        assertThat(walk.text()).isEqualTo("axAdab");
        assertThat(walk.hears(revised(1, 7, 2)).sent())
                .containsExactly(undo(2, 2, TextOperation.delete(6, 5, 6), 2));
        assertThat(walk.hears(revised(2, 8, 3)).sent())
                .containsExactly(edit(3, 3, TextOperation.insert(5, 1, "x")));
    }

    @Test
    void theUndoOfALongPasteNamesAllItsPortions() {
        types(1, 2, "x".repeat(300_000));
        for (int portion = 1; portion <= 3; portion++) {
            walk.hears(revised(portion, 5 + portion, portion));
        }
        deletes(2, 1, 2, 300_002);
        assertThat(walk.sent())
                .containsExactly(undo(4, 3, TextOperation.delete(300_002, 2, 300_002), 1, 2, 3));
    }

    @Test
    void ofVeryManyRevisionsItNamesTheNewest() {
        for (int i = 1; i <= Limits.UNDO_OF + 1; i++) {
            types(1, 2, "x");
            walk.hears(revised(i, 5 + i, i));
        }
        deletes(2, 1, 2, Limits.UNDO_OF + 3);
        assertThat(walk.client().state().documents().get(MAIN).undoOf())
                .hasSize(Limits.UNDO_OF)
                .startsWith(new Revision(2))
                .endsWith(new Revision(Limits.UNDO_OF + 1));
    }

    @Test
    void ofAGroupLongAgoOnlyThatItWentOutIsRemembered() {
        for (int i = 1; i <= Made.MOST + 1; i++) {
            types(i, 2, "x");
            walk.hears(revised(i, 5 + i, i));
        }
        assertThat(walk.client().state().documents().get(MAIN).made().revisions())
                .hasSize(Made.MOST);
        deletes(Made.MOST + 2, 1, Made.MOST + 2, Made.MOST + 3);
        assertThat(walk.client().state().documents().get(MAIN).undoOf()).isEmpty();
        walk.hears(revised(Made.MOST + 2, Made.MOST + 7, Made.MOST + 2));
        deletes(Made.MOST + 3, 3, 2, 3);
        assertThat(walk.client().state().documents().get(MAIN).undoOf())
                .containsExactly(new Revision(3));
    }

    @Test
    void afterTheWholeStateAnUndoIsStillMarkedThoughItIsNotKnownWhatItIsOf() {
        types(1, 2, "c");
        walk.disconnects();
        walk.hears(refused(9, ErrorCode.INTERNAL));
        walk.connects().hears(whole(1, 9, main(2, "Abc")));
        deletes(2, 1, 2, 3);
        assertThat(walk.sent()).containsExactly(undo(2, 2, TextOperation.delete(3, 2, 3)));
    }

    @Test
    void afterTheWholeStateTheRevisionsThatWereKnownStillAre() {
        types(1, 2, "c");
        walk.hears(revised(1, 6, 1)).disconnects().connects();
        walk.hears(whole(1, 9, main(3, "abcde")));
        deletes(2, 1, 2, 3);
        assertThat(walk.sent()).containsExactly(undo(2, 3, TextOperation.delete(5, 2, 3), 1));
    }

    @Test
    void whatTheRelayCouldNotStoreIsUndoneBeforeItIsOfferedAgain() {
        types(1, 2, "c");
        walk.hears(refused(1, ErrorCode.INTERNAL));
        deletes(2, 1, 2, 3);
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void aRevertNamesWhatItRevertsAndFindsItsOwnUnsentWork() {
        walk.hears(happens(byAda(6, revision(1, TextOperation.delete(2, 0, 1)))));
        walk.disconnects();
        reverts(1, 1, TextOperation.insert(1, 0, "a"));
        DocumentHistory history = walk.client().history(MAIN);
        assertThat(history.headRevision()).isEqualTo(2);
        assertThat(history.undoOf(2)).containsExactly(1);
        assertThat(history.revert(1, 1).isIdentity()).isTrue();
        assertThat(walk.connects().hears(Walk.tail(0, 6)).sent())
                .containsExactly(undo(1, 1, TextOperation.insert(1, 0, "a"), 1));
    }

    @Test
    void othersUndosAreKnownForWhatTheyAre() {
        walk.hears(happens(byAda(6, revision(1, TextOperation.delete(2, 0, 1)))));
        walk.hears(
                happens(
                        byAda(
                                7,
                                new CodeUpdate(
                                        MAIN,
                                        new Revision(2),
                                        TextOperation.insert(1, 0, "a"),
                                        null,
                                        List.of(new Revision(1))))));
        assertThat(walk.client().history(MAIN).undoOf(2)).containsExactly(1);
    }

    private void types(int group, int at, String text) {
        inserts(group, 0, at, text);
    }

    private void inserts(int group, int undoes, int at, String text) {
        own(group, undoes, TextOperation.insert(walk.text().length(), at, text));
    }

    private void deletes(int group, int undoes, int from, int to) {
        own(group, undoes, TextOperation.delete(walk.text().length(), from, to));
    }

    private void own(int group, int undoes, TextOperation operation) {
        walk.edits(new OwnEdit(operation, group, undoes, List.of()));
    }

    private void reverts(int group, int revision, TextOperation operation) {
        walk.edits(new OwnEdit(operation, group, 0, List.of(revision)));
    }
}
