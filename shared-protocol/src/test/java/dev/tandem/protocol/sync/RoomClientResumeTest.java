package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.byMert;
import static dev.tandem.protocol.sync.Walk.command;
import static dev.tandem.protocol.sync.Walk.edit;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.main;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static dev.tandem.protocol.sync.Walk.tail;
import static dev.tandem.protocol.sync.Walk.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.TextOperation;
import org.junit.jupiter.api.Test;

/// The client over several connections: what happened meanwhile, what did not, and what is offered
/// again.
class RoomClientResumeTest {

    @Test
    void whatIsTypedWithoutAConnectionWaitsAndGoesAsOne() {
        Walk walk = Walk.into("ab").disconnects().types(2, "c").types(3, "d");
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.client().live()).isFalse();
        walk.connects().hears(tail(0, 6));
        assertThat(walk.sent()).containsExactly(edit(1, 0, TextOperation.insert(2, 2, "cd")));
    }

    @Test
    void whatIsSaidWithoutAConnectionWaitsAndKeepsItsOrder() {
        Walk walk = Walk.into("ab").disconnects().says("one").says("two");
        assertThat(walk.sent()).isEmpty();
        walk.connects().hears(tail(0, 6));
        assertThat(walk.sent())
                .extracting(m -> ((Command) m).intent())
                .containsExactly(new Intent.ChatMessage("one"), new Intent.ChatMessage("two"));
    }

    @Test
    void whatTheTailHasNotDidNotHappenAndIsOfferedAgainUnderANewId() {
        Walk walk = Walk.into("ab").types(2, "c").says("Hello").types(3, "d").disconnects();
        walk.connects().hears(tail(0, 6));
        assertThat(walk.sent())
                .containsExactly(
                        edit(3, 0, TextOperation.insert(2, 2, "c")),
                        command(4, new Intent.ChatMessage("Hello")));
        walk.hears(revised(3, 7, 1));
        assertThat(walk.sent()).containsExactly(edit(5, 1, TextOperation.insert(3, 3, "d")));
    }

    @Test
    void onesOwnEditInTheTailIsItsAcknowledgement() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d").disconnects().connects();
        walk.hears(tail(1, 7, byMert(6, 1, revision(1, TextOperation.insert(2, 2, "c")))));
        assertThat(walk.text()).isEqualTo("abcd");
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(3, 3, "d")));
    }

    @Test
    void onesOwnEditMayStandBetweenOthersInTheTail() {
        Walk walk = Walk.into("[]").types(1, "m").types(2, "n").disconnects().connects();
        walk.hears(
                tail(
                        1,
                        9,
                        byAda(6, revision(1, TextOperation.insert(2, 1, "a"))),
                        byMert(7, 1, revision(2, TextOperation.insert(3, 1, "m"))),
                        byAda(8, revision(3, TextOperation.insert(4, 4, "!")))));
        assertThat(walk.client().confirmed().document(MAIN).text()).hasToString("[ma]!");
        assertThat(walk.text()).isEqualTo("[mna]!");
        assertThat(walk.sent()).containsExactly(edit(2, 3, TextOperation.insert(5, 2, "n")));
    }

    @Test
    void onesOwnChatMessageInTheTailIsNotSaidAgain() {
        Walk walk = Walk.into("ab").says("one").says("two").disconnects().connects();
        walk.hears(tail(1, 7, byMert(6, 1, new RoomEvent.ChatMessage("one"))));
        assertThat(walk.sent()).containsExactly(command(3, new Intent.ChatMessage("two")));
        assertThat(walk.client().confirmed().chat()).hasSize(1);
    }

    @Test
    void aCommandThatWasRefusedBelowTheHighestIdTakenIsOfferedAgain() {
        Walk walk = Walk.into("ab").types(2, "c").says("taken").disconnects().connects();
        walk.hears(tail(2, 7, byMert(6, 2, new RoomEvent.ChatMessage("taken"))));
        assertThat(walk.sent()).containsExactly(edit(3, 0, TextOperation.insert(2, 2, "c")));
    }

    @Test
    void whatOthersDidMeanwhileIsCarriedOverOnesOwnWork() {
        Walk walk = Walk.into("ab").types(0, "x").disconnects().types(1, "y").connects();
        walk.hears(tail(0, 7, byAda(6, revision(1, TextOperation.delete(2, 0, 1)))));
        assertThat(walk.text()).isEqualTo("xyb");
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(1, 0, "x")));
    }

    @Test
    void aTailReachesAsFarAsItSaysEvenIfItsEndIsNotForMe() {
        Walk walk = Walk.into("ab").disconnects().connects().hears(tail(0, 30));
        assertThat(walk.client().confirmed().seq()).isEqualTo(new Seq(30));
        walk.disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", new Seq(30)));
    }

    @Test
    void everythingInTheTailIsToldInItsOrder() {
        RoomEvent ended = new RoomEvent.SessionEnded(9, EndReason.ENDED_BY_INTERVIEWER, 4);
        Walk walk = Walk.into("ab").disconnects().connects();
        walk.hears(
                tail(
                        0,
                        8,
                        byAda(6, new RoomEvent.ChatMessage("Done?")),
                        byAda(7, revision(1, TextOperation.insert(2, 2, "!"))),
                        byAda(8, ended)));
        assertThat(walk.told())
                .hasExactlyElementsOfTypes(
                        Notice.Entered.class,
                        Notice.Happened.class,
                        Notice.Happened.class,
                        Notice.Edited.class,
                        Notice.Happened.class);
        assertThat(walk.client().confirmed().status()).isEqualTo(SessionStatus.ENDED);
    }

    @Test
    void aTailThatDoesNotFitIsBrokenOffAndTheWholeStateAskedFor() {
        Walk walk = Walk.into("ab").types(2, "c").disconnects().connects();
        walk.hears(
                tail(
                        0,
                        8,
                        byAda(6, revision(1, TextOperation.insert(2, 0, "!"))),
                        byAda(7, revision(3, TextOperation.insert(9, 0, "?"))),
                        byAda(8, new RoomEvent.ChatMessage("Not heard"))));
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.text()).isEqualTo("!abc");
        assertThat(walk.client().confirmed().chat()).isEmpty();
        walk.disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", null));
        walk.hears(whole(0, 8, main(2, "?!ab")));
        assertThat(walk.text()).isEqualTo("?!abc");
        assertThat(walk.sent()).containsExactly(edit(2, 2, TextOperation.insert(4, 4, "c")));
    }

    @Test
    void outOfStepNothingMoreIsHeardOnThatConnection() {
        Walk walk = Walk.into("ab");
        walk.hears(happens(byAda(6, revision(4, TextOperation.insert(2, 0, "!")))));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
        walk.hears(happens(byAda(7, new RoomEvent.ChatMessage("Not heard"))));
        assertThat(walk.told()).isEmpty();
        assertThat(walk.types(0, "x").sent()).isEmpty();
    }

    @Test
    void anEditThatWasTakenButDoesNotFitIsNotOfferedTwice() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d").disconnects().connects();
        walk.hears(tail(1, 6, byMert(6, 1, revision(1, TextOperation.insert(9, 9, "c")))));
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
        walk.disconnects().connects().hears(whole(1, 6, main(1, "something c")));
        assertThat(walk.sent()).hasSize(1);
        assertThat(walk.text()).containsOnlyOnce("c").containsOnlyOnce("d");
    }

    @Test
    void anEditThatTheLogHasOtherwiseIsOutOfStep() {
        Walk walk = Walk.into("ab").types(2, "c").disconnects().connects();
        walk.hears(tail(1, 6, byMert(6, 1, revision(1, TextOperation.insert(2, 0, "c")))));
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
        walk.disconnects().connects().hears(whole(1, 6, main(1, "cab")));
        assertThat(walk.text()).isEqualTo("cab");
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void anAcknowledgementThatDoesNotFitIsNotOfferedTwice() {
        Walk walk = Walk.into("ab").types(2, "c").hears(revised(1, 8, 3));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
        walk.disconnects().connects().hears(whole(1, 8, main(3, "_ab_c")));
        assertThat(walk.text()).isEqualTo("_ab_c");
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void outOfStepItIsAskedFirstWhatBecameOfOnesOwnCommands() {
        Walk walk = Walk.into("ab").types(2, "c").says("taken").types(3, "d").says("refused");
        walk.hears(happens(byAda(8, revision(4, TextOperation.insert(2, 0, "!")))));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
        walk.says("waits").disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", new Seq(5)));

        walk.hears(
                tail(
                        2,
                        8,
                        byMert(7, 2, new RoomEvent.ChatMessage("taken")),
                        byAda(8, revision(4, TextOperation.insert(2, 0, "!")))));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
        walk.disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", null));

        walk.hears(whole(2, 9, main(4, "!ab")));
        assertThat(walk.text()).isEqualTo("!abcd");
        assertThat(walk.sent())
                .extracting(m -> ((Command) m).intent())
                .containsExactly(
                        new Intent.ChatMessage("refused"),
                        new Intent.ChatMessage("waits"),
                        new Intent.CodeUpdate(
                                MAIN, new Revision(4), TextOperation.insert(3, 3, "cd")));
    }

    @Test
    void anEditThatTheLogSaysWasTakenIsNotOfferedAgainWithTheWholeState() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d");
        walk.hears(happens(byAda(8, revision(4, TextOperation.insert(2, 0, "!")))));
        walk.disconnects().connects();
        walk.hears(tail(1, 8, byMert(7, 1, revision(3, TextOperation.insert(5, 5, "c")))));
        walk.disconnects().connects().hears(whole(1, 8, main(4, "!___c")));
        assertThat(walk.text()).isEqualTo("!___cd");
        assertThat(walk.sent()).containsExactly(edit(2, 4, TextOperation.insert(5, 5, "d")));
    }

    @Test
    void anAnswerThatWasNotHeardWhereItStandsIsFoundInTheTail() {
        Walk walk = Walk.into("ab").types(2, "c");
        walk.hears(happens(byAda(7, new RoomEvent.ChatMessage("Well?")))).disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", new Seq(5)));
        walk.hears(
                tail(
                        1,
                        7,
                        byMert(6, 1, revision(1, TextOperation.insert(2, 2, "c"))),
                        byAda(7, new RoomEvent.ChatMessage("Well?"))));
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
        walk.disconnects().connects().hears(whole(1, 7, main(1, "abc")));
        assertThat(walk.text()).isEqualTo("abc");
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void withTheWholeStateAnEditThatWasTakenIsNotOfferedAgain() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d").disconnects().connects();
        walk.hears(whole(1, 7, main(2, "abc!")));
        assertThat(walk.text()).isEqualTo("abcd!");
        assertThat(walk.sent()).containsExactly(edit(2, 2, TextOperation.insert(4, 3, "d")));
    }

    @Test
    void withTheWholeStateAnEditThatWasNotTakenIsOfferedAgain() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d").disconnects().connects();
        walk.hears(whole(0, 7, main(1, "!ab")));
        assertThat(walk.text()).isEqualTo("!abcd");
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(3, 3, "c")));
    }

    @Test
    void withTheWholeStateWhatWasSaidAndTakenIsNotSaidAgain() {
        Walk walk = Walk.into("ab").says("one").says("two").disconnects().connects();
        walk.hears(whole(1, 7, main(0, "ab")));
        assertThat(walk.sent()).containsExactly(command(3, new Intent.ChatMessage("two")));
    }

    @Test
    void aDocumentOpenedOrClosedMeanwhileIsThereOrGone() {
        DocumentId notes = new DocumentId("notes");
        Walk walk = Walk.into("ab").disconnects().connects();
        walk.hears(
                tail(0, 6, byAda(6, new RoomEvent.DocumentOpened(notes, "n", "markdown", "hm"))));
        assertThat(walk.client().text(notes)).hasToString("hm");
        walk.disconnects()
                .connects()
                .hears(tail(0, 7, byAda(7, new RoomEvent.DocumentClosed(notes))));
        assertThat(walk.client().confirmed().documents()).containsOnlyKeys(MAIN);
    }

    @Test
    void aSecondSnapshotOnOneConnectionIsOutOfStep() {
        Walk walk = Walk.into("ab").hears(whole(0, 9, main(0, "ab")));
        assertThat(walk.told()).containsExactly(new Notice.OutOfStep());
    }
}
