package dev.tandem.desktop.session;

import static dev.tandem.desktop.session.Desk.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.TestRelay;
import dev.tandem.desktop.connection.Backoff;
import dev.tandem.desktop.connection.Network;
import dev.tandem.desktop.connection.Timing;
import dev.tandem.desktop.demo.Cable;
import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.session.ConnectionStatus.Connecting;
import dev.tandem.desktop.session.ConnectionStatus.Live;
import dev.tandem.desktop.session.ConnectionStatus.Reconnecting;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Two people in one room of a real relay.
class RoomSessionTest {
    private static final Timing QUICK =
            new Timing(
                    Duration.ofSeconds(8),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(20),
                    new Backoff(Duration.ofMillis(5), Duration.ofMillis(40)));

    private final List<Desk> desks = new ArrayList<>();
    private TestRelay relay;
    private Cable cable;
    private Network network;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void startRelay(@TempDir Path data) throws Exception {
        relay = new TestRelay(data);
        cable = relay.cable();
        network = new Network(QUICK, InstantSource.system(), new Random(7));
    }

    @AfterEach
    void stop() {
        desks.forEach(Desk::close);
        network.close();
        cable.close();
        relay.close();
    }

    @Test
    void beforeTheRoomIsEnteredThereIsNothing() {
        cable.jam();

        Desk ada = sit(overCable(), relay.host("Ada"));

        assertThat(ada.connection()).isEqualTo(new Connecting());
        assertThat(ada.facts().status()).isEqualTo(SessionStatus.WAITING);
        assertThat(ada.names()).isEmpty();
        assertThat(ada.may(Capability.POINT)).isFalse();

        cable.mend();
        ada.seated();
        assertThat(ada.facts().title()).isEqualTo("A talk");
        assertThat(ada.language()).isEqualTo("python");
        assertThat(ada.names()).containsExactly("Ada");
        assertThat(ada.may(Capability.CONDUCT)).isTrue();
    }

    @Test
    void whoComesIsSeen() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();

        await("Mert", () -> ada.names().size() == 2);
        assertThat(ada.names()).containsExactly("Ada", "Mert");
        assertThat(mert.names()).containsExactly("Ada", "Mert");
        assertThat(ada.notices()).containsExactly("Mert joined");
        assertThat(ada.person(mert).name()).isEqualTo("Mert");
    }

    @Test
    void bothWriteInOneText() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();
        ada.act(RoomSession::start);
        await("the start", () -> mert.may(Capability.EDIT));

        ada.type("first\n");
        mert.awaitText("first\n");
        assertThat(mert.remoteEdits()).extracting(RemoteEdit::by).containsOnly(ada.id());

        for (int i = 0; i < 40; i++) {
            ada.type(0, "a");
            mert.type("m");
        }
        Desk.awaitAgreement(ada, mert);
        assertThat(ada.text()).isEqualTo("a".repeat(40) + "first\n" + "m".repeat(40));
        assertThat(textOnRelay()).isEqualTo(ada.text());
    }

    @Test
    void nothingIsLostOrDoubledWhenTheConnectionIs() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        mert.type("def top():\n");
        ada.awaitText("def top():\n"); // or both would begin at one place

        for (int round = 0; round < 4; round++) {
            mert.type("x" + round);
            cable.cut();
            mert.type("y" + round);
            mert.act(room -> room.say("message in a bottle"));
            await("the loss", () -> mert.connection() instanceof Reconnecting);
            assertThat(mert.unsent()).isTrue();
            ada.type(0, "#");
            mert.type("z" + round + "\n");
            cable.mend();
            mert.seated();
        }

        Desk.awaitAgreement(ada, mert);
        assertThat(ada.text()).isEqualTo("####def top():\nx0y0z0\nx1y1z1\nx2y2z2\nx3y3z3\n");
        assertThat(textOnRelay()).isEqualTo(ada.text());
        await("four messages", () -> ada.messages().size() == 4);
        assertThat(mert.messages())
                .hasSize(4)
                .allMatch(message -> message.delivery() == Delivery.CONFIRMED);
    }

    @Test
    void theOthersSeeWhoIsLostAndBack() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        await("Mert", () -> ada.names().size() == 2);

        cable.cut();
        await("the loss", () -> ada.person(mert).presence() == Presence.LOST);
        assertThat(ada.names()).containsExactly("Ada", "Mert");
        cable.mend();
        await("the return", () -> ada.person(mert).connected());

        assertThat(ada.notices())
                .containsExactly("Mert joined", "Mert lost the connection", "Mert is back");
        await("the news", () -> mert.notices().contains("You are back"));
    }

    @Test
    void whatOneSaysIsThereAtOnceAndThenConfirmed() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();

        cable.jam();
        mert.act(room -> room.say("Hello"));
        assertThat(mert.messages()).extracting(Message::delivery).containsExactly(Delivery.PENDING);
        cable.mend();

        await("the message", () -> ada.messages().size() == 1);
        await("the ack", () -> mert.messages().getFirst().delivery() == Delivery.CONFIRMED);
        assertThat(mert.messages()).isEqualTo(ada.messages());
        Desk late = sit(relay.guest(Role.SPECTATOR, "Selin")).seated();
        assertThat(late.messages()).isEqualTo(ada.messages());
    }

    @Test
    void whatIsTooLongIsNotSaid() {
        Desk ada = sit(relay.host("Ada")).seated();

        ada.act(room -> room.say("x".repeat(Limits.CHAT_LENGTH + 1)));
        assertThat(ada.refusal()).isNotNull();
        assertThat(ada.messages()).isEmpty();

        ada.act(room -> room.say("x".repeat(Limits.CHAT_LENGTH)));
        await("the ack", () -> ada.messages().getFirst().delivery() == Delivery.CONFIRMED);
    }

    @Test
    void whoIsWritingAMessageIsSeen() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();

        mert.act(room -> room.typing(true));
        await("writing", () -> ada.seesWriting(mert));
        mert.act(room -> room.say("Done"));
        await("not writing", () -> !ada.seesWriting(mert));
    }

    @Test
    void caretsAreSeenAndCarriedOverOnesOwnWork() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();
        mert.type("0123456789");
        ada.awaitText("0123456789");
        assertThat(ada.selections(mert)).containsExactly(Selection.caret(10));

        mert.act(room -> room.point(List.of(new Selection(4, 8))));
        await("his selection", () -> ada.selections(mert).equals(List.of(new Selection(4, 8))));

        ada.type(2, "ab");
        assertThat(ada.selections(mert)).containsExactly(new Selection(6, 10));
    }

    @Test
    void theEndIsTheEndForBothAndAllCanBeRead() {
        Desk ada = sit(relay.host("Ada")).seated();
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();
        ada.act(RoomSession::start);
        await("the start", () -> mert.facts().startedAt() != null);
        mert.type("answer");
        ada.awaitText("answer");

        ada.act(RoomSession::end);

        await("the end", () -> mert.facts().status() == SessionStatus.ENDED);
        assertThat(mert.may(Capability.EDIT)).isFalse();
        assertThat(mert.text()).isEqualTo("answer");
        assertThat(mert.notices())
                .containsExactly("Ada started the interview", "Ada ended the interview");
        await("the end", () -> ada.notices().contains("You ended the interview"));

        mert.act(room -> room.say("too late"));
        await("no", () -> mert.messages().getFirst().delivery() == Delivery.REFUSED);
        assertThat(mert.refusal()).extracting(Refusal::code).isEqualTo(ErrorCode.SESSION_ENDED);
    }

    @Test
    void whatMayNotBeWrittenAnyMoreIsGivenBack() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        mert.type("fine");
        ada.awaitText("fine");
        cable.cut();
        await("the loss", () -> ada.person(mert).presence() == Presence.LOST);
        ada.act(room -> room.setPermissions(mert.id(), false, null));
        await("taken away", () -> !ada.person(mert).permissions().canEdit());

        mert.type(" too late");
        cable.mend();

        await("given back", () -> mert.withdrawn() != null);
        assertThat(mert.withdrawn()).isEqualTo(new Withdrawn(" too late"));
        Desk.awaitAgreement(ada, mert);
        assertThat(mert.text()).isEqualTo("fine");
        assertThat(mert.may(Capability.EDIT)).isFalse();
        assertThat(mert.notices()).contains("You can only read");
    }

    @Test
    void aWrongCodeClosesForGood() {
        Desk mert = sit(new JoinRoom.ByCode("0000-0000-0000", "Mert", null));

        await("closed", () -> mert.connection() instanceof Closed);

        assertThat(mert.connection()).extracting("reason").isEqualTo(ClosedReason.NOT_ADMITTED);
    }

    @Test
    void whoLeavesIsGoneWithEverythingSaid() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();

        for (int i = 0; i < 20; i++) {
            mert.type("m");
        }
        mert.act(RoomSession::leave);

        await("closed", () -> mert.connection() instanceof Closed);
        assertThat(mert.connection()).extracting("reason").isEqualTo(ClosedReason.LEFT);
        assertThat(mert.may(Capability.POINT)).isFalse();
        ada.awaitText("m".repeat(20));
        await("alone", () -> ada.names().size() == 1);
        assertThat(ada.notices()).contains("Mert left");
    }

    @Test
    void theRoundTripAndTheRelaysClockAreKnown() {
        Desk ada = sit(relay.host("Ada")).seated();

        await(
                "the round trip",
                () -> ada.connection() instanceof Live(long roundTrip) && roundTrip >= 0);
        long here = System.currentTimeMillis();
        assertThat(ada.serverNow()).isBetween(here - 10_000, here + 10_000);
    }

    @Test
    void whatIsTypedQuicklyArrivesInItsOrder() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(relay.guest(Role.CANDIDATE, "Mert")).seated();
        for (int i = 0; i < 200; i++) {
            mert.type("m");
        }
        ada.awaitText("m".repeat(200));

        TextOperation all =
                TextOperation.composeAll(
                        ada.remoteEdits().stream().map(RemoteEdit::operation).toList());
        assertThat(all).isEqualTo(TextOperation.insert(0, 0, "m".repeat(200)));
    }

    @Test
    void whatIsUndoneRightAfterAReconnectIsOnesOwnAndMarked() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        mert.typeForUndo("one\n");
        ada.awaitText("one\n");
        mert.typeForUndo("two\n");
        ada.awaitText("one\ntwo\n");
        cable.cut();
        await("the loss", () -> mert.connection() instanceof Reconnecting);
        mert.undo();
        mert.typeForUndo("three\n");
        mert.undo();
        ada.type(0, "#");

        cable.mend();
        mert.seated();
        mert.undo();

        Desk.awaitAgreement(ada, mert);
        assertThat(mert.text()).isEqualTo("#");
        assertThat(relay.log())
                .contains("\"undoOf\":[1]", "\"undoOf\":[2]")
                .doesNotContain("three");
        mert.redo();
        Desk.awaitAgreement(ada, mert);
        assertThat(ada.text()).isEqualTo("#one\n");
        assertThat(relay.log()).contains("\"undoOf\":[5]");
    }

    @Test
    void andSoItIsAfterTheWholeStateHadToBeAskedFor() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        try (Meddler meddler = new Meddler(relay.address().port())) {
            Desk mert = sit(over(meddler.port()), relay.guest(Role.CANDIDATE, "Mert")).seated();
            mert.typeForUndo("one\n");
            ada.awaitText("one\n");
            meddler.change("\"code_update\"", "\"code-update\"");
            ada.type(0, "#");
            ada.type(0, "#");
            mert.awaitText("##one\n");
            assertThat(mert.changes()).isEmpty();

            mert.undo();

            Desk.awaitAgreement(ada, mert);
            assertThat(ada.text()).isEqualTo("##");
            assertThat(relay.log()).contains("\"undoOf\":[1]");
            assertThat(mert.changes()).extracting(Change::kind).containsExactly(Change.Kind.UNDO);
            assertThat(ada.changes().getFirst().kind()).isEqualTo(Change.Kind.UNDO);
        }
    }

    @Test
    void whatTheRelaySignsIsChecked() {
        Desk ada = sit(relay.host("Ada")).seated();
        try (Meddler meddler = new Meddler(relay.address().port())) {
            Desk mert = sit(over(meddler.port()), relay.guest(Role.CANDIDATE, "Mert")).seated();
            meddler.change("\"seq\":5,\"hash\"", "\"seq\":6,\"hash\"");
            ada.act(RoomSession::start);

            await("the head", () -> ada.heads().newest() != null);
            assertThat(ada.heads().trouble()).isNull();
            await("the bad one", () -> mert.heads().trouble() != null);
            assertThat(mert.heads().trouble().kind())
                    .isEqualTo(SignedHeads.Trouble.Kind.NOT_SIGNED);
            assertThat(mert.heads().newest()).isNull();
        }
    }

    @Test
    void anybodysChangeCanBeReverted() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        mert.type("def top():\n");
        ada.awaitText("def top():\n");
        ada.type("    return 1\n");
        mert.awaitText("def top():\n    return 1\n");
        mert.change(length -> TextOperation.replace(length, 4, 7, "bottom"));
        ada.awaitText("def bottom():\n    return 1\n");
        Desk.awaitAgreement(ada, mert);
        assertThat(ada.changes()).hasSize(3).isEqualTo(mert.changes());

        ada.revert(ada.changes().getLast());
        ada.awaitText("bottom    return 1\n");
        Desk.awaitAgreement(ada, mert);
        assertThat(relay.log()).contains("\"undoOf\":[1]");
    }

    @Test
    void aRevertWithoutAConnectionIsThereOnce() {
        Desk ada = sit(relay.host("Ada")).seated();
        ada.act(RoomSession::start);
        Desk mert = sit(overCable(), relay.guest(Role.CANDIDATE, "Mert")).seated();
        ada.type("one two");
        mert.awaitText("one two");
        mert.type("!");
        ada.awaitText("one two!");
        ada.change(length -> TextOperation.delete(length, 0, 4));
        mert.awaitText("two!");
        Change removal = mert.changes().getFirst();
        assertThat(mert.lineOf(removal)).isOne();

        cable.cut();
        await("the loss", () -> mert.connection() instanceof Reconnecting);
        mert.revert(removal);
        assertThat(mert.text()).isEqualTo("one two!");
        assertThat(mert.lineOf(removal)).isZero();
        mert.revert(removal);
        assertThat(mert.text()).isEqualTo("one two!");
        cable.mend();
        mert.seated();

        Desk.awaitAgreement(ada, mert);
        assertThat(ada.text()).isEqualTo("one two!");
        assertThat(ada.changes().getFirst())
                .extracting(Change::kind, Change::by, Change::of)
                .containsExactly(Change.Kind.REVERT, mert.id(), ada.id());
        assertThat(ada.lineOf(removal)).isZero();
        mert.undo();
        ada.awaitText("two!");
    }

    private Desk sit(JoinRoom entry) {
        return sit(relay.room(), entry);
    }

    private Desk sit(URI room, JoinRoom entry) {
        Desk desk = Desk.at(network, room, entry);
        desks.add(desk);
        return desk;
    }

    private URI overCable() {
        return over(cable.port());
    }

    private static URI over(int port) {
        return URI.create("ws://127.0.0.1:" + port + "/api/v1/room");
    }

    private String textOnRelay() {
        return relay.details().documents().getFirst().text();
    }
}
