package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.edit;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.main;
import static dev.tandem.protocol.sync.Walk.refused;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static dev.tandem.protocol.sync.Walk.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.ClientMessage.Cursor;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the client does when the relay says no.
class RoomClientRefusalTest {
    private static final DocumentId NOTES = new DocumentId("notes");

    @Test
    void aRefusedEditIsTakenOutAgainWithAllThatWasTypedAfterIt() {
        Walk walk = Walk.into("ab").types(1, "one").types(4, "two").deletes(6, 8);
        walk.hears(refused(1, ErrorCode.FORBIDDEN));
        assertThat(walk.text()).isEqualTo("ab");
        assertThat(walk.client().unsent()).isFalse();
        assertThat(walk.told().getFirst())
                .isEqualTo(
                        new Notice.Withdrawn(
                                MAIN,
                                new TextOperation.Builder().keep(1).insert("b").delete(5).build(),
                                List.of("onetw")));
        assertThat(walk.told().getLast()).isInstanceOf(Notice.Refused.class);
    }

    @Test
    void whatOthersTypedMeanwhileStays() {
        Walk walk = Walk.into("ab").types(1, "mine");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 1, "Ada's")))));
        walk.hears(refused(1, ErrorCode.FORBIDDEN));
        assertThat(walk.text()).isEqualTo("aAda'sb");
    }

    @Test
    void permissionsTakenAwayWhileTypingRefuseTheEditButNotTheChat() {
        Walk walk = Walk.into("ab").types(2, "c");
        walk.hears(
                happens(
                        byAda(
                                6,
                                new RoomEvent.PermissionsChanged(
                                        Walk.MERT, new Permissions(false, true)))));
        assertThat(walk.client().confirmed().participant(Walk.MERT).permissions().canEdit())
                .isFalse();
        walk.says("May I?").hears(refused(1, ErrorCode.FORBIDDEN));
        assertThat(walk.text()).isEqualTo("ab");
        assertThat(walk.client().unsent()).isTrue();
    }

    @Test
    void theNextEditAfterARefusedOneHasANewId() {
        Walk walk = Walk.into("ab").types(2, "c").hears(refused(1, ErrorCode.FORBIDDEN));
        assertThat(walk.types(2, "d").sent())
                .containsExactly(edit(2, 0, TextOperation.insert(2, 2, "d")));
    }

    @Test
    void aRefusedCommandIsToldWithWhatItWas() {
        Walk walk = Walk.into("ab").says("Hello").hears(refused(1, ErrorCode.RATE_LIMITED));
        assertThat(walk.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Refused.class,
                        no -> assertThat(no.intent()).isEqualTo(new Intent.ChatMessage("Hello")));
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void whatTheRelayCouldNotStoreStaysAndIsOfferedAgainWhenItIsWell() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d");
        walk.hears(refused(1, ErrorCode.INTERNAL));
        assertThat(walk.text()).isEqualTo("abcd");
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.client().unsent()).isTrue();
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 0, "!")))));
        walk.hears(new ServerMessage.Pong(1, 2));
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(3, 3, "cd")));
    }

    @Test
    void whatTheRelayCouldNotStoreIsOfferedAgainWithTheNextKeyToo() {
        Walk walk = Walk.into("ab").types(2, "c").hears(refused(1, ErrorCode.INTERNAL));
        assertThat(walk.types(3, "d").sent())
                .containsExactly(edit(2, 0, TextOperation.insert(2, 2, "cd")));
    }

    @Test
    void aRelayThatFindsAnOperationBadHasAnotherTextAndIsAskedForIt() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d");
        walk.hears(refused(1, ErrorCode.BAD_OPERATION));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
        walk.disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", null));
        assertThat(walk.hears(whole(0, 9, main(4, "abba"))).text()).isEqualTo("abcdba");
        assertThat(walk.sent()).containsExactly(edit(2, 4, TextOperation.insert(4, 2, "cd")));
    }

    @Test
    void whatIsFoundBadOverTheRelaysOwnTextIsHandedBack() {
        Walk walk = Walk.into("ab").types(2, "c").hears(refused(1, ErrorCode.BAD_OPERATION));
        walk.disconnects().connects().hears(whole(0, 9, main(0, "ab")));
        walk.hears(refused(2, ErrorCode.BAD_OPERATION));
        assertThat(walk.told())
                .hasExactlyElementsOfTypes(
                        Notice.Withdrawn.class, Notice.OutOfStep.class, Notice.Refused.class);
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void theCaretIsToldWhenARefusalLeavesNothingUnderWay() {
        Walk walk = Walk.into("ab").types(0, "xyz").points(4);
        assertThat(walk.sent()).isEmpty();
        walk.hears(refused(1, ErrorCode.FORBIDDEN));
        assertThat(walk.sent())
                .containsExactly(new Cursor(MAIN, Revision.ZERO, List.of(Selection.caret(1))));
    }

    @Test
    void workOnADocumentThatIsClosedIsHandedBack() {
        Walk walk = Walk.into("ab").hears(happens(opened(6)));
        Step typed = walk.client().edit(NOTES, TextOperation.insert(2, 0, "mine"));
        Step closed =
                typed.client().receive(happens(byAda(7, new RoomEvent.DocumentClosed(NOTES))));
        assertThat(closed.notices())
                .containsExactly(
                        new Notice.Withdrawn(NOTES, TextOperation.delete(6, 0, 4), List.of("mine")),
                        new Notice.Happened(byAda(7, new RoomEvent.DocumentClosed(NOTES))));
        Step refused = closed.client().receive(refused(1, ErrorCode.NO_SUCH_DOCUMENT));
        assertThat(refused.notices()).hasExactlyElementsOfTypes(Notice.Refused.class);
        assertThat(refused.client().unsent()).isFalse();
    }

    @Test
    void workOnADocumentThatWasClosedMeanwhileIsHandedBackToo() {
        Walk walk = Walk.into("ab").hears(happens(opened(6)));
        Step typed = walk.client().edit(NOTES, TextOperation.insert(2, 0, "mine"));
        Step again = typed.client().disconnected().client().connected();
        Step entered = again.client().receive(whole(0, 9, main(0, "ab")));
        assertThat(entered.notices())
                .hasExactlyElementsOfTypes(Notice.Entered.class, Notice.Withdrawn.class);
        assertThat(entered.client().unsent()).isFalse();
        assertThat(entered.send()).isEmpty();
    }

    @Test
    void anAcknowledgementForAClosedDocumentIsOutOfStep() {
        Walk walk = Walk.into("ab").hears(happens(opened(6)));
        Step typed = walk.client().edit(NOTES, TextOperation.insert(2, 0, "mine"));
        Step closed =
                typed.client().receive(happens(byAda(7, new RoomEvent.DocumentClosed(NOTES))));
        assertThat(closed.client().receive(revised(1, 8, 1)).notices())
                .containsExactly(new Notice.OutOfStep());
    }

    @Test
    void withTheWholeStateAnEditRefusedBelowTheHighestIdTakenIsOfferedAgain() {
        Walk walk = Walk.into("ab").types(2, "c").says("taken").disconnects().connects();
        walk.hears(whole(2, 7, main(0, "ab")));
        assertThat(walk.text()).isEqualTo("abc");
        assertThat(walk.sent()).containsExactly(edit(3, 0, TextOperation.insert(2, 2, "c")));
    }

    @Test
    void withTheWholeStateAnEditThatMayHaveBeenTakenIsNeverThereTwice() {
        Walk walk = Walk.into("ab").types(2, "c").says("taken").disconnects().connects();
        walk.hears(whole(2, 7, main(1, "abc")));
        assertThat(walk.text()).isEqualTo("abc");
        assertThat(walk.sent()).isEmpty();
    }

    @Test
    void anEditThatMakesTheTextTooLongIsHandedBackAloneAndAtOnce() {
        String paste = "x".repeat(Limits.DOCUMENT_LENGTH - 2);
        Walk walk = Walk.into("ab").types(2, "c").types(3, paste);
        assertThat(walk.told().getFirst())
                .isEqualTo(
                        new Notice.Withdrawn(
                                MAIN,
                                TextOperation.delete(3 + paste.length(), 3, 3 + paste.length()),
                                List.of(paste)));
        assertThat(walk.told().getLast())
                .isInstanceOfSatisfying(
                        Notice.Refused.class,
                        no ->
                                assertThat(no.refusal().code())
                                        .isEqualTo(ErrorCode.DOCUMENT_TOO_LARGE));
        assertThat(walk.text()).isEqualTo("abc");
        assertThat(walk.types(3, paste.substring(1)).text()).hasSize(Limits.DOCUMENT_LENGTH);
    }

    @Test
    void aPasteThatFitsNoMessageGoesInPortions() {
        Walk walk = Walk.into("ab").types(1, "x".repeat(Portion.CODE_UNITS) + "yz");
        TextOperation first = operation(walk);
        walk.hears(revised(1, 6, 1));
        TextOperation second = operation(walk);
        assertThat(second.apply(first.apply("ab"))).isEqualTo(walk.text());
        assertThat(walk.hears(revised(2, 7, 2)).client().unsent()).isFalse();
    }

    private static TextOperation operation(Walk walk) {
        Command command = (Command) walk.sent().getFirst();
        return ((Intent.CodeUpdate) command.intent()).operation();
    }

    private static LoggedEvent opened(long seq) {
        return byAda(seq, new RoomEvent.DocumentOpened(NOTES, "notes.md", "markdown", "hm"));
    }
}
