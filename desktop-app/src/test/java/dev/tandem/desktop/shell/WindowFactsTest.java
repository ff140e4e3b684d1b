package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowFactsTest {
    private final StillRoom room = new StillRoom();
    private final Participant bob = room.comes("Bob", Role.CANDIDATE, Presence.CONNECTED);
    private String clipboard = "old";
    private WindowFacts facts;

    @BeforeEach
    void enter() {
        room.noted.set(NotedFacts.of(true, List.of()));
        room.be(bob, SessionStatus.ACTIVE);
        facts = new WindowFacts(room, room, () -> clipboard);
    }

    private void away(long ms) {
        facts.inFront(false);
        room.now += ms;
        facts.inFront(true);
    }

    @Test
    void timeElsewhereIsNotedOnceOneIsBack() {
        facts.inFront(false);
        facts.inFront(false);
        room.now += 12_000;
        assertThat(room.asked).isEmpty();
        facts.inFront(true);
        facts.inFront(true);
        assertThat(room.asked).containsExactly(new Fact.WindowAway(12_000).toString());
    }

    @Test
    void aMomentElsewhereIsNot() {
        away(1_999);
        assertThat(room.asked).isEmpty();
    }

    @Test
    void onlyTheTimeSinceTheStartCounts() {
        room.now = StillRoom.STARTED - 60_000;
        facts.inFront(false);
        room.now = StillRoom.STARTED + 5_000;
        facts.inFront(true);
        assertThat(room.asked).containsExactly(new Fact.WindowAway(5_000).toString());
    }

    @Test
    void whatWasCopiedElsewhereIsNotedWhereItIsPasted() {
        String fromHere = "copied here";
        clipboard = fromHere;
        facts.pasted(fromHere);
        away(100);
        facts.pasted(fromHere);
        assertThat(room.asked).isEmpty();

        facts.inFront(false);
        clipboard = "from elsewhere";
        facts.inFront(true);
        facts.pasted(clipboard);
        assertThat(room.asked)
                .containsExactly(new Fact.PastedFromOutside(DocumentId.MAIN, 14).toString());
    }

    @Test
    void whatOneCameWithIsFromElsewhere() {
        facts.pasted("old");
        assertThat(room.asked).hasSize(1);
    }

    @Test
    void whatIsDroppedFromOutsideCountsAsPasted() {
        facts.dropped("dropped");
        facts.dropped("");
        assertThat(room.asked)
                .containsExactly(new Fact.PastedFromOutside(DocumentId.MAIN, 7).toString());
    }

    @Test
    void nothingIsNotedWhereItIsOffOrOutsideTheInterviewOrOfOthers() {
        room.noted.set(NotedFacts.OFF);
        away(60_000);
        room.noted.set(NotedFacts.of(true, List.of()));
        room.be(bob, SessionStatus.WAITING);
        away(60_000);
        room.be(bob, SessionStatus.ENDED);
        facts.pasted("old");
        facts.dropped("old");
        room.be(room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED), SessionStatus.ACTIVE);
        away(60_000);
        facts.pasted("old");
        assertThat(room.asked).isEmpty();
    }
}
