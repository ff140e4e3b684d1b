package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.ADA;
import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.edit;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.main;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static dev.tandem.protocol.sync.Walk.tail;
import static dev.tandem.protocol.sync.Walk.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Carets, one's own and others': always in a text that the other side knows.
class RoomClientCaretTest {

    @Test
    void onesCaretIsToldAtOnceWhenNothingIsUnderWay() {
        assertThat(Walk.into("abc").points(2).sent()).containsExactly(cursor(0, 2));
    }

    @Test
    void whileWorkIsUnderWayItWaitsAndMovesWithWhatOthersType() {
        Walk walk = Walk.into("abc").types(3, "de").points(5);
        assertThat(walk.sent()).isEmpty();
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(3, 0, "xyz")))));
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.hears(revised(1, 7, 2)).sent()).containsExactly(cursor(2, 8));
    }

    @Test
    void anEditGoesOutBeforeTheCaretThatWaits() {
        Walk walk = Walk.into("abc").types(3, "d").types(4, "e").points(5);
        assertThat(walk.hears(revised(1, 6, 1)).sent())
                .containsExactly(edit(2, 1, TextOperation.insert(4, 4, "e")));
        assertThat(walk.hears(revised(2, 7, 2)).sent()).containsExactly(cursor(2, 5));
    }

    @Test
    void onlyTheNewestCaretIsTold() {
        Walk walk = Walk.into("abc").types(3, "d").points(1).points(2);
        assertThat(walk.hears(revised(1, 6, 1)).sent()).containsExactly(cursor(1, 2));
    }

    @Test
    void aCaretThatWaitsMovesWithOnesOwnEdits() {
        Walk walk = Walk.into("abc").types(3, "d").points(3).deletes(0, 2);
        walk.hears(revised(1, 6, 1));
        assertThat(walk.hears(revised(2, 7, 2)).sent()).containsExactly(cursor(2, 1));
    }

    @Test
    void withoutAConnectionTheCaretWaitsForTheNextOne() {
        Walk walk = Walk.into("abc").disconnects().points(3);
        assertThat(walk.sent()).isEmpty();
        walk.connects().hears(tail(0, 6, byAda(6, revision(1, TextOperation.insert(3, 0, "!")))));
        assertThat(walk.sent()).containsExactly(cursor(1, 4));
    }

    @Test
    void theCaretIsCarriedIntoAWholeState() {
        Walk walk = Walk.into("abc").disconnects().points(3);
        walk.connects().hears(whole(0, 9, main(7, "--abc")));
        assertThat(walk.sent()).containsExactly(cursor(7, 5));
    }

    @Test
    void aCaretThatDoesNotFitTheTextIsDropped() {
        Walk walk = Walk.into("abc").types(3, "d").points(4).deletes(0, 4);
        RoomClient client = walk.client();
        assertThat(client.point(MAIN, List.of(new Selection(0, 1))).client().state())
                .isEqualTo(client.state());
        assertThat(client.point(new DocumentId("notes"), List.of()).send()).isEmpty();
    }

    @Test
    void othersCaretsAreCarriedFromTheirRevisionToTheVisibleText() {
        Walk walk = Walk.into("abc");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(3, 0, "12")))));
        walk.types(0, "mine ").types(5, "too ");
        walk.hears(moved(0, new Selection(1, 3)));
        assertThat(walk.told()).containsExactly(pointed(new Selection(12, 14)));
    }

    @Test
    void othersCaretsAreCarriedOverWhatIsInFlightAndThenOverTheBuffer() {
        Walk walk = Walk.into("abc").deletes(1, 3).types(1, "xyz");
        walk.hears(moved(0, Selection.caret(2)));
        assertThat(walk.told()).containsExactly(pointed(Selection.caret(1)));
    }

    @Test
    void aCaretWithinACharacterGoesBeforeIt() {
        Walk walk = Walk.into("a😀b").types(0, "x");
        walk.hears(moved(0, new Selection(2, 3)));
        assertThat(walk.told()).containsExactly(pointed(new Selection(2, 4)));
        walk.points(3).hears(revised(1, 6, 1));
        assertThat(walk.sent()).containsExactly(cursor(1, 2));
    }

    @Test
    void othersCaretsThatFitNoKnownTextAreDropped() {
        Walk walk = Walk.into("abc");
        assertThat(walk.hears(moved(0, new Selection(0, 4))).told()).isEmpty();
        assertThat(walk.hears(moved(1, Selection.caret(0))).told()).isEmpty();
        Walk late = new Walk().connects().hears(whole(0, 9, main(7, "abc")));
        assertThat(late.hears(moved(6, Selection.caret(0))).told()).isEmpty();
        assertThat(late.hears(moved(7, Selection.caret(0))).told()).hasSize(1);
    }

    @Test
    void onlyTheLastChangesAreRemembered() {
        Walk walk = Walk.into("");
        for (int i = 0; i < Turn.REMEMBERED + 10; i++) {
            walk.hears(happens(byAda(6 + i, revision(i + 1, TextOperation.insert(i, i, "x")))));
        }
        assertThat(walk.client().confirmed().document(MAIN).history().size())
                .isEqualTo(Turn.REMEMBERED);
        assertThat(walk.hears(moved(9, Selection.caret(0))).told()).isEmpty();
        assertThat(walk.hears(moved(10, Selection.caret(0))).told()).hasSize(1);
    }

    @Test
    void aCaretInADocumentThatIsNotOpenIsDropped() {
        ServerMessage elsewhere =
                new CursorMoved(9, ADA, new DocumentId("notes"), Revision.ZERO, List.of());
        assertThat(Walk.into("abc").hears(elsewhere).told()).isEmpty();
    }

    private static ClientMessage cursor(int revision, int at) {
        return new Cursor(MAIN, new Revision(revision), List.of(Selection.caret(at)));
    }

    private static ServerMessage moved(int revision, Selection selection) {
        return new CursorMoved(9, ADA, MAIN, new Revision(revision), List.of(selection));
    }

    private static Notice pointed(Selection selection) {
        return new Notice.Pointed(ADA, MAIN, List.of(selection));
    }
}
