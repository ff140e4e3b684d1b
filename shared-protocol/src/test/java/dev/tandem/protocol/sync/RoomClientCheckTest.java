package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.byMert;
import static dev.tandem.protocol.sync.Walk.check;
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
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The client and the relay's checks of the text.
class RoomClientCheckTest {

    @Test
    void aTextThatIsTheRelaysAgrees() {
        Walk walk = Walk.into("ab");
        walk.hears(happens(byAda(6, revision(1, TextOperation.insert(2, 2, "c")))));
        walk.hears(check(1, "abc")).compares();
        assertThat(walk.told()).containsExactly(new Notice.Agreed(MAIN));
        assertThat(walk.sent()).isEmpty();
        assertThat(walk.client().live()).isTrue();
    }

    @Test
    void theConfirmedTextIsComparedNotOnesOwnWork() {
        Walk walk = Walk.into("ab").types(2, "mine").hears(check(0, "ab"));
        assertThat(walk.told())
                .containsExactly(new Notice.Checked(check(0, "ab"), Revision.ZERO, Text.of("ab")));
        assertThat(walk.compares().told()).containsExactly(new Notice.Agreed(MAIN));
    }

    @Test
    void anotherTextIsToldAndTheWholeStateAskedFor() {
        Walk walk = Walk.into("ab").hears(check(0, "aX")).compares();
        String hash = Text.of("ab").hash();
        assertThat(walk.sent()).containsExactly(new Diverged(MAIN, Revision.ZERO, hash));
        assertThat(walk.told())
                .containsExactly(
                        new Notice.Diverged(check(0, "aX"), Revision.ZERO, hash),
                        new Notice.OutOfStep());
        walk.disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", null));
        assertThat(walk.hears(whole(0, 5, main(0, "aX"))).text()).isEqualTo("aX");
        assertThat(walk.hears(check(0, "aX")).compares().told())
                .containsExactly(new Notice.Agreed(MAIN));
    }

    @Test
    void whatIsUnsentIsKeptAndOfferedOverTheRelaysText() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d");
        walk.hears(check(0, "aX")).compares();
        walk.types(4, "e").disconnects().connects();
        assertThat(walk.sent()).containsExactly(new JoinRoom.ByResumeToken("token", new Seq(5)));
        walk.hears(tail(0, 6)).disconnects().connects().hears(whole(0, 6, main(0, "aX")));
        assertThat(walk.text()).isEqualTo("aXcde");
        assertThat(walk.sent()).containsExactly(edit(2, 0, TextOperation.insert(2, 2, "cde")));
    }

    @Test
    void whatTheRelayTookMeanwhileIsNotOfferedTwice() {
        Walk walk = Walk.into("ab").types(2, "c").types(3, "d");
        walk.hears(check(0, "aX")).compares().disconnects().connects();
        walk.hears(tail(1, 6, byMert(6, 1, revision(1, TextOperation.insert(2, 2, "c")))));
        walk.disconnects().connects().hears(whole(1, 6, main(1, "aXc")));
        assertThat(walk.text()).isEqualTo("aXcd");
        assertThat(walk.sent()).containsExactly(edit(2, 1, TextOperation.insert(3, 3, "d")));
    }

    @Test
    void aRevisionThatWasNeverHeardOfIsAnotherText() {
        Walk walk = Walk.into("ab").hears(check(1, "ab")).compares();
        assertThat(walk.sent())
                .containsExactly(new Diverged(MAIN, Revision.ZERO, Text.of("ab").hash()));
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
    }

    @Test
    void aCheckThatComesLateIsLeftToTheNext() {
        Walk walk = Walk.into("ab").types(2, "c").hears(revised(1, 6, 1)).hears(check(0, "aX"));
        assertThat(walk.told()).isEmpty();
    }

    @Test
    void aCheckOfWhatIsNotHereIsNothing() {
        var check =
                new TextChecked(3_000, new DocumentId("notes"), Revision.ZERO, Text.of("").hash());
        assertThat(Walk.into("ab").hears(check).told()).isEmpty();
    }

    @Test
    void whatWasComparedForAConnectionThatIsGoneIsNothing() {
        Step asked = Walk.into("ab").client().receive(check(0, "aX"));
        Notice.Checked checked = (Notice.Checked) asked.notices().getFirst();
        Step compared = asked.client().disconnected().client().compared(checked, "no matter");
        assertThat(compared.notices()).isEmpty();
        assertThat(compared.send()).isEmpty();
    }

    @Test
    void whatTheWholeStateDoesNotMendIsNotAskedForAgainAndAgain() {
        Walk walk = Walk.into("ab");
        List<Integer> joined = new ArrayList<>();
        for (int time = 1; time <= 20; time++) {
            walk.hears(check(0, "aX")).compares();
            assertThat(walk.sent()).hasSize(1).first().isInstanceOf(Diverged.class);
            if (walk.told().contains(new Notice.OutOfStep())) {
                joined.add(time);
                walk.disconnects().connects().hears(whole(0, 5, main(0, "ab")));
            }
        }
        assertThat(joined).containsExactly(1, 2, 4, 8, 16);
        walk.hears(check(0, "ab")).compares().hears(check(0, "aX")).compares();
        assertThat(walk.told()).endsWith(new Notice.OutOfStep());
    }
}
