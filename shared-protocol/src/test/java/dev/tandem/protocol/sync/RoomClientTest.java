package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.ack;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.command;
import static dev.tandem.protocol.sync.Walk.edit;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.main;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static dev.tandem.protocol.sync.Walk.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.Acknowledgement;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.role.EndReason;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The client on one connection: coming in, one operation in flight, one buffer, what others do.
class RoomClientTest {

    @Test
    void itComesInByItsCodeTheFirstTimeAndByItsTokenAfterThat() {
        Walk walk = new Walk().connects();
        assertThat(walk.sent()).containsExactly(Walk.ENTRY);
        walk.hears(whole(0, 5, main(0, "a"))).disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", new Seq(5)));
    }

    @Test
    void aTextBeginsAsTheFirstSnapshotHasIt() {
        Walk walk = new Walk().connects().hears(whole(0, 5, main(3, "a")));
        assertThat(walk.told())
                .containsExactly(new Notice.Entered(whole(0, 5, main(3, "a")), true));
        assertThat(walk.text()).isEqualTo("a");
        assertThat(walk.client().live()).isTrue();
    }

    @Test
    void laterAWholeStateOnlyTellsWhatChangedInTheText() {
        Walk walk = Walk.into("a").disconnects().types(1, "mine").connects();
        walk.hears(whole(0, 9, main(4, "ab")));
        assertThat(walk.told())
                .containsExactly(
                        new Notice.Entered(whole(0, 9, main(4, "ab")), false),
                        new Notice.Edited(MAIN, TextOperation.insert(5, 5, "b"), null));
        assertThat(walk.text()).isEqualTo("amineb");
    }

    @Test
    void aRefusalBeforeOneIsInTheRoomIsTold() {
        Refusal full = new Refusal(ErrorCode.ROOM_FULL, "The room is full.");
        Walk walk = new Walk().connects().hears(new ServerMessage.Refused(null, full));
        assertThat(walk.told()).containsExactly(new Notice.Refused(null, full));
    }

    @Test
    void whatComesBeforeTheSnapshotIsNotHeard() {
        Walk walk = new Walk().connects().hears(happens(byAda(6, new RoomEvent.ChatMessage("Hi"))));
        assertThat(walk.told()).isEmpty();
        assertThat(walk.client().live()).isFalse();
    }

    @Test
    void anEditGoesOutAtOnce() {
        Walk walk = Walk.into("ab").types(1, "x");
        assertThat(walk.sent()).containsExactly(edit(1, 0, TextOperation.insert(2, 1, "x")));
        assertThat(walk.client().unsent()).isTrue();
    }

    @Test
    void whatIsTypedWhileAnEditIsInFlightWaitsAndGoesAsOne() {
        Walk walk = Walk.into("ab").types(1, "x").types(2, "y");
        assertThat(walk.sent()).isEmpty();
        walk.types(3, "z");
        assertThat(walk.sent()).isEmpty();
        walk.hears(revised(1, 6, 1));
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(3, 2, "yz")));
    }

    @Test
    void anAcknowledgementMakesItTheConfirmedText() {
        Walk walk = Walk.into("ab").types(1, "x").hears(revised(1, 6, 1));
        assertThat(walk.client().confirmed().document(MAIN).text()).hasToString("axb");
        assertThat(walk.client().confirmed().seq()).isEqualTo(new Seq(6));
        assertThat(walk.client().unsent()).isFalse();
        assertThat(walk.told())
                .containsExactly(
                        new Notice.Happened(
                                Walk.byMert(
                                        6,
                                        1,
                                        new RoomEvent.CodeUpdate(
                                                MAIN,
                                                new Revision(1),
                                                TextOperation.insert(2, 1, "x"),
                                                List.of()))));
    }

    @Test
    void othersEditsAreToldAsTheyLookInTheVisibleText() {
        Walk walk = Walk.into("ab").types(0, "mine ");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 2, "!")))));
        assertThat(walk.told())
                .endsWith(new Notice.Edited(MAIN, TextOperation.insert(7, 7, "!"), Walk.ADA));
        assertThat(walk.text()).isEqualTo("mine ab!");
    }

    @Test
    void atOnePlaceOnesOwnWorkStandsLeftOfWhatIsLoggedAlready() {
        Walk walk = Walk.into("[]").types(1, "m").types(2, "n");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 1, "a")))));
        assertThat(walk.text()).isEqualTo("[mna]");
        walk.hears(revised(1, 7, 2));
        assertThat(walk.client().confirmed().document(MAIN).text()).hasToString("[ma]");
        assertThat(walk.sent()).containsExactly(edit(2, 2, TextOperation.insert(4, 2, "n")));
    }

    @Test
    void anEditEmptiedByOthersIsStillAcknowledged() {
        Walk walk = Walk.into("ab").deletes(0, 2);
        walk.hears(happens(byAda(6, revision(1, TextOperation.delete(2, 0, 2)))));
        walk.hears(revised(1, 7, 2));
        assertThat(walk.client().unsent()).isFalse();
        assertThat(walk.client().confirmed().document(MAIN).revision()).isEqualTo(new Revision(2));
    }

    @Test
    void idsGrowOverAllKindsOfCommands() {
        Walk walk = Walk.into("ab").types(0, "x");
        walk.says("Hello");
        assertThat(walk.sent()).containsExactly(command(2, new Intent.ChatMessage("Hello")));
        walk.types(0, "y").hears(revised(1, 6, 1));
        assertThat(walk.sent()).containsExactly(edit(3, 1, TextOperation.insert(3, 0, "y")));
    }

    @Test
    void theIdsBeginAboveTheHighestThatWasEverTaken() {
        Walk walk = new Walk().connects().hears(whole(40, 5, main(0, "ab")));
        assertThat(walk.says("Back").sent())
                .containsExactly(command(41, new Intent.ChatMessage("Back")));
    }

    @Test
    void anEventThatIsKnownIsNotTakenTwice() {
        Walk walk = Walk.into("ab");
        ServerMessage edit = happens(byAda(6, revision(1, TextOperation.insert(2, 2, "!"))));
        assertThat(walk.hears(edit).hears(edit).told()).isEmpty();
        assertThat(walk.text()).isEqualTo("ab!");
    }

    @Test
    void aDocumentThatIsOpenIsNotOpenedAnew() {
        Walk walk = Walk.into("ab").types(0, "x");
        walk.hears(happens(byAda(6, new RoomEvent.DocumentOpened(MAIN, "m", "c", "other"))));
        assertThat(walk.text()).isEqualTo("xab");
    }

    @Test
    void aDuplicateChangesNothingSinceTheAcknowledgementHasItsOwnPlace() {
        Walk walk = Walk.into("ab").types(0, "x");
        walk.hears(new ServerMessage.Duplicate(new CommandId(1)));
        assertThat(walk.client().unsent()).isTrue();
        assertThat(walk.hears(revised(1, 6, 1)).client().unsent()).isFalse();
    }

    @Test
    void anEventOfANewerRelayOnlyTakesItsPlaceInTheLog() {
        Walk walk = Walk.into("ab").hears(new ServerMessage.Unknown("danced", new Seq(6)));
        assertThat(walk.told()).isEmpty();
        assertThat(walk.client().confirmed().seq()).isEqualTo(new Seq(6));
    }

    @Test
    void commandsAndTheirAcknowledgementsMakeTheEventsThatOthersAreTold() {
        DocumentId notes = new DocumentId("notes");
        Walk walk = Walk.into("ab");
        walk.submits(new Intent.SetLanguage(MAIN, "java")).hears(ack(1, 6));
        assertThat(walk.client().confirmed().language()).isEqualTo("java");
        walk.submits(new Intent.OpenDocument(notes, "notes.md", "markdown", "a\r\nb"));
        walk.hears(ack(2, 7, new Acknowledgement.Opened("a\nb")));
        assertThat(walk.client().text(notes)).hasToString("a\nb");
        walk.submits(new Intent.CloseDocument(notes)).hears(ack(3, 8));
        assertThat(walk.client().confirmed().document(notes)).isNull();
        walk.submits(new Intent.SetPermissions(Walk.MERT, false, null));
        walk.hears(ack(4, 9, new Acknowledgement.Permitted(null, true)));
        assertThat(walk.client().confirmed().participant(Walk.MERT).permissions().canEdit())
                .isFalse();
        walk.submits(new Intent.EndSession());
        walk.hears(ack(5, 10, new Acknowledgement.Ended(99, EndReason.ENDED_BY_INTERVIEWER, 97)));
        assertThat(walk.client().confirmed().status()).isEqualTo(SessionStatus.ENDED);
        assertThat(walk.client().unsent()).isFalse();
    }

    @Test
    void aChatMessageOfOnesOwnIsInTheChatOnceItIsAcknowledged() {
        Walk walk = Walk.into("ab").says("Hello");
        assertThat(walk.client().confirmed().chat()).isEmpty();
        walk.hears(ack(1, 6));
        assertThat(walk.client().confirmed().chat())
                .containsExactly(Walk.byMert(6, 1, new RoomEvent.ChatMessage("Hello")));
    }

    @Test
    void typingIsOnlySaidWhileConnected() {
        Walk walk = Walk.into("ab");
        assertThat(walk.client().typing(true).send())
                .containsExactly(new ClientMessage.Typing(true));
        assertThat(walk.disconnects().client().typing(true).send()).isEmpty();
    }

    @Test
    void nothingCanBeAskedForBeforeOneIsInTheRoom() {
        RoomClient client = RoomClient.joining(Walk.ENTRY);
        assertThatIllegalStateException()
                .isThrownBy(() -> client.submit(new Intent.StartSession()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.edit(MAIN, TextOperation.identity(0)));
    }

    @Test
    void whatNoConnectionCarriesIsAMistakeOfTheCaller() {
        RoomClient client = Walk.into("ab").client();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.submit(new Intent.UpdateSession("Title", null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.submit(new Intent.MalformedCodeUpdate(MAIN, "")));
    }

    @Test
    void anEditOfAnotherTextIsAMistakeOfTheCaller() {
        RoomClient client = Walk.into("ab").client();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.edit(MAIN, TextOperation.insert(7, 0, "x")));
    }
}
